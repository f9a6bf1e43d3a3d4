package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What the site offers this token, asked once in a while. */
final class Offers {
    private static final String SITE_INFO = "core_webservice_get_site_info";
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private record Known(Optional<SiteInfo> site, Instant until) {}

    private final ReentrantLock asking = new ReentrantLock();
    private final Calls calls;
    private final Clock clock;
    private Known known = new Known(Optional.empty(), Instant.MIN);

    Offers(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Asks the site anew, even one that is being left alone. */
    SiteInfo ask() {
        return remembered(calls.readAnyway(SITE_INFO, Params.none()));
    }

    /** Whether the function is in the token's service; no where the token may not even ask. */
    boolean has(String function) {
        return site().filter(site -> site.functions().contains(function)).isPresent();
    }

    /** @throws NotAllowed unless the function of the plugin is in the token's service */
    void requirePlugin(String function) {
        if (!has(function)) {
            throw new NotAllowed(function, Obstacle.PLUGIN_MISSING, "pluginmissing");
        }
    }

    private Optional<SiteInfo> site() {
        asking.lock();
        try {
            if (!clock.instant().isBefore(known.until)) {
                try {
                    remembered(calls.read(SITE_INFO, Params.none()));
                } catch (NotAllowed e) {
                    remember(Optional.empty());
                }
            }
            return known.site;
        } finally {
            asking.unlock();
        }
    }

    private SiteInfo remembered(JsonValue reply) {
        var site = SiteInfo.from(Fields.of(SITE_INFO, reply));
        remember(Optional.of(site));
        return site;
    }

    private void remember(Optional<SiteInfo> site) {
        asking.lock();
        try {
            known = new Known(site, clock.instant().plus(REMEMBERED));
        } finally {
            asking.unlock();
        }
    }
}
