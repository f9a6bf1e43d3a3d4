package dk.kvalitetsbro.outbox;

import dk.kvalitetsbro.outbox.Leases.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Delivers what is due. Any number of couriers may work at the same time, on this node and on others. */
@ApplicationScoped
class Courier {
    static final int BATCH = 200;
    /** How often an entry may break its deliverer before people are asked to look at it. */
    static final int MOST_BREAKDOWNS = 8;

    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    private static final Duration TIME_TO_SETTLE = Leases.LENGTH.dividedBy(2);

    private final Iterable<Delivery> deliveries;
    private final Leases leases;
    private final Clock clock;

    @Inject
    Courier(@Any Instance<Delivery> deliveries, Leases leases, Clock clock) {
        this((Iterable<Delivery>) deliveries, leases, clock);
    }

    Courier(Iterable<Delivery> deliveries, Leases leases, Clock clock) {
        this.deliveries = deliveries;
        this.leases = leases;
        this.clock = clock;
    }

    /** Delivers kind by kind until nothing is due. Trouble with one kind leaves the others alone. */
    public void deliverDue() {
        for (Delivery delivery : deliveries) {
            try {
                deliverDue(delivery);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "deliveries of " + delivery.kind() + " stopped; they go on in a moment", e);
            }
        }
    }

    private void deliverDue(Delivery delivery) {
        Lease lease;
        do {
            lease = leases.take(delivery.kind(), BATCH);
            deliver(delivery, lease, lease.entries());
        } while (lease.entries().size() == BATCH);
    }

    /**
     * A batch that breaks its deliverer is halved until the entry that does it stands alone, for as long as the lease
     * allows: one bad entry holds up none of the others.
     */
    private void deliver(Delivery delivery, Lease lease, List<Entry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Map<Long, Outcome> outcomes;
        try {
            outcomes = delivery.deliver(batch);
        } catch (RuntimeException e) {
            afterBreakdown(delivery, lease, batch, e);
            return;
        }
        leases.settle(lease, each(batch, outcomes));
    }

    private void afterBreakdown(Delivery delivery, Lease lease, List<Entry> batch, RuntimeException trouble) {
        if (batch.size() > 1 && thereIsTime(lease)) {
            int middle = batch.size() / 2;
            deliver(delivery, lease, batch.subList(0, middle));
            deliver(delivery, lease, batch.subList(middle, batch.size()));
        } else {
            LOG.log(Level.WARNING, "delivery of " + batch.size() + " " + delivery.kind() + " broke off", trouble);
            leases.settle(lease, brokeOff(batch, trouble));
        }
    }

    private boolean thereIsTime(Lease lease) {
        return clock.instant().isBefore(lease.end().toInstant().minus(TIME_TO_SETTLE));
    }

    private static Map<Entry, Outcome> each(List<Entry> batch, Map<Long, Outcome> outcomes) {
        Map<Entry, Outcome> settled = new HashMap<>();
        batch.forEach(entry -> settled.put(
                entry, outcomes.getOrDefault(entry.id(), new Outcome.TryLater("the delivery told nothing of it"))));
        return settled;
    }

    private static Map<Entry, Outcome> brokeOff(List<Entry> batch, RuntimeException trouble) {
        String detail = trouble.getClass().getSimpleName();
        Map<Entry, Outcome> settled = new HashMap<>();
        for (Entry entry : batch) {
            boolean toldEnough = batch.size() == 1 && entry.attempts() + 1 >= MOST_BREAKDOWNS;
            settled.put(
                    entry,
                    toldEnough ? new Outcome.Parked("outbox.parked.broke", detail) : new Outcome.TryLater(detail));
        }
        return settled;
    }
}
