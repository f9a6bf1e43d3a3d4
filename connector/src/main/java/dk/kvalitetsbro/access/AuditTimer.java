package dk.kvalitetsbro.access;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every few seconds gives new lines of the audit log their place in the chain; every night goes through all of it and
 * deletes what is no longer kept. On several nodes at once it does no harm.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditTimer {
    private static final Logger LOG = Logger.getLogger(AuditTimer.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private AuditChain chain;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @Inject
    @ConfigProperty(name = "audit.retention.days")
    private int days;

    public AuditTimer() {}

    AuditTimer(AuditChain chain, Clock clock, int days) {
        this.chain = chain;
        this.clock = clock;
        this.days = days;
    }

    /** A round that fails is only noted: the container gives a timer up that throws. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void seal() {
        try {
            chain.seal();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the newest lines of the audit log have no place in the chain yet", e);
        }
    }

    @Schedule(hour = "3", minute = "10", persistent = false)
    void verifyAndForget() {
        try {
            long gone = chain.forgetBefore(OffsetDateTime.now(clock).minusDays(days));
            LOG.info(() -> gone + " lines of the audit log deleted, kept for " + days + " days");
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the audit log could not be gone through", e);
        }
    }
}
