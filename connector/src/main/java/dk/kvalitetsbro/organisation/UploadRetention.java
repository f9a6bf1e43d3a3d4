package dk.kvalitetsbro.organisation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every night forgets uploaded files that nobody imported in time. On several nodes at once it does no harm. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class UploadRetention {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Uploads uploads;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @Inject
    @ConfigProperty(name = "organisation.upload.retention.days")
    private int days;

    public UploadRetention() {}

    UploadRetention(Uploads uploads, Clock clock, int days) {
        this.uploads = uploads;
        this.clock = clock;
        this.days = days;
    }

    @Schedule(hour = "2", minute = "40", persistent = false)
    void forgetWhatNobodyImported() {
        uploads.expire(OffsetDateTime.now(clock).minusDays(days));
    }
}
