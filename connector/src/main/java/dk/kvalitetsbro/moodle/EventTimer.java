package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.assignments.LearningPlatform;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What events leave to do: to ask Moodle about accounts, and every night to forget ids. On several nodes at once it does
 * no harm.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class EventTimer {
    /** Far longer than a message may be old. */
    static final Duration IDS_KEPT = Duration.ofDays(30);

    private static final Logger LOG = Logger.getLogger(EventTimer.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private DoubtedAccounts accounts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Events events;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    public EventTimer() {}

    EventTimer(DoubtedAccounts accounts, Events events, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** A round that fails is only noted: the container gives a timer up that throws. */
    @Schedule(hour = "*", minute = "*", second = "15", persistent = false)
    void askAboutAccounts() {
        try {
            accounts.settle();
        } catch (LearningPlatform.Unavailable e) {
            LOG.fine("Moodle can't be asked about accounts now; the next round tries again");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "accounts could not be asked about; the next round tries again", e);
        }
    }

    @Schedule(hour = "2", minute = "50", persistent = false)
    void forgetIds() {
        events.forget(OffsetDateTime.now(clock).minus(IDS_KEPT));
    }
}
