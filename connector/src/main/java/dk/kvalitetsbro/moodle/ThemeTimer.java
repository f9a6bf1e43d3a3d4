package dk.kvalitetsbro.moodle;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute whether a matching of themes that failed is to be made up for. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class ThemeTimer {
    private static final Logger LOG = Logger.getLogger(ThemeTimer.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ThemeUpdates updates;

    /** A round that fails is only noted: the container gives a timer up that throws. */
    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    void round() {
        try {
            updates.whenDue();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "themes could not be matched; the next round tries again", e);
        }
    }
}
