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

/** Looks every few seconds whether it is time to read the courses again. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class CourseTimer {
    private static final Logger LOG = Logger.getLogger(CourseTimer.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CourseUpdates updates;

    /** A round that fails is only noted: the container gives a timer up that throws. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void round() {
        try {
            updates.whenDue();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the courses could not be read; the next round tries again", e);
        }
    }
}
