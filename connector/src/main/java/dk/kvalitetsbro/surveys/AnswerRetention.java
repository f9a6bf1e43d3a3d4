package dk.kvalitetsbro.surveys;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every night deletes the answers whose retention has ended. On several nodes at once it does no harm. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class AnswerRetention {
    private static final Logger LOG = Logger.getLogger(AnswerRetention.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Answers answers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @Inject
    @ConfigProperty(name = "surveys.answers.retention.days")
    private int days;

    public AnswerRetention() {}

    AnswerRetention(Answers answers, Clock clock, int days) {
        this.answers = answers;
        this.clock = clock;
        this.days = days;
    }

    @Schedule(hour = "2", minute = "30", persistent = false)
    void deleteWhatMayNoLongerBeKept() {
        int deleted =
                answers.deleteOfRoundsClosedBefore(OffsetDateTime.now(clock).minusDays(days));
        LOG.info(() -> deleted + " answers deleted, " + days + " days after their round closed");
    }
}
