package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonKey;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every night deletes those who left long enough ago. On several nodes at once it does no harm. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ErasureTimer {
    private static final Logger LOG = Logger.getLogger(ErasureTimer.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PersonalRecords records;

    public ErasureTimer() {}

    /** A round that fails is only noted: the container gives a timer up that throws. */
    @Schedule(hour = "3", minute = "30", persistent = false)
    void deleteWhoLeftLongAgo() {
        try {
            List<PersonKey> due = records.due();
            due.forEach(records::eraseInTime);
            LOG.info(() -> due.size() + " people deleted who left long ago");
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "people who left long ago could not be deleted", e);
        }
    }
}
