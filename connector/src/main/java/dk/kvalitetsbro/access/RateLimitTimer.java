package dk.kvalitetsbro.access;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Forgets addresses every night. */
@Singleton
@Startup
@DependsOn("Migrations")
public class RateLimitTimer {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private RateLimits limits;

    @Schedule(hour = "3", minute = "10", persistent = false)
    void forget() {
        limits.forget();
    }
}
