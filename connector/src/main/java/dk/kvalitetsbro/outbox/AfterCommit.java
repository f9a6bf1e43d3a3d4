package dk.kvalitetsbro.outbox;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends the courier off as soon as a transaction that added something has committed, without making anybody wait. */
@ApplicationScoped
class AfterCommit {
    private final Courier courier;
    private final AtomicBoolean aboutToStart = new AtomicBoolean();

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    @Inject
    AfterCommit(Courier courier) {
        this.courier = courier;
    }

    /** Many commits at once need only one round: it sees whatever was committed before it starts. */
    void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Due due) {
        if (aboutToStart.compareAndSet(false, true)) {
            executor.execute(this::round);
        }
    }

    private void round() {
        aboutToStart.set(false);
        courier.deliverDue();
    }
}
