package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.outbox.Outbox;
import dk.kvalitetsbro.workshops.Contribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Who contributes to a workshop has done what the activity that led there asks for. Platforms hear of it later, through
 * the outbox, once.
 */
@ApplicationScoped
class Scores {
    private final Seats seats;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Scores(Seats seats, Outbox outbox, Clock clock) {
        this.seats = seats;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** In the transaction of the contribution: it is told if, and only if, it was made. */
    void contributed(@Observes Contribution contribution) {
        String when = OffsetDateTime.now(clock).toString();
        List<Outbox.Item> done = seats.of(contribution.by(), contribution.page()).stream()
                .map(seat -> new Outbox.Item(String.valueOf(seat), when))
                .toList();
        outbox.addAll(ScoreDelivery.KIND, done);
    }
}
