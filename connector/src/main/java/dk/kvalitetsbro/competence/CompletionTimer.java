package dk.kvalitetsbro.competence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Polls for completions every {@code moodle.poll.seconds}. A round that is still running delays the next one. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class CompletionTimer {
    private static final Logger LOG = Logger.getLogger(CompletionTimer.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CompletionPoll poll;

    @Inject
    @ConfigProperty(name = "moodle.poll.seconds")
    private int seconds;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private TimerService timers;

    @PostConstruct
    void begin() {
        long pause = seconds * 1000L;
        timers.createIntervalTimer(pause, pause, new TimerConfig(null, false));
    }

    /** A round that fails is only noted: the container gives a timer up that throws. */
    @Timeout
    void round() {
        try {
            poll.round();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "completions could not be polled; the next round tries again", e);
        }
    }
}
