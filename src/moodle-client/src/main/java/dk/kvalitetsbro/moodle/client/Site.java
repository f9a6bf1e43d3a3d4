package dk.kvalitetsbro.moodle.client;

import java.net.URI;
import java.time.Clock;

/** The site itself, and what the token can and can't do there. */
public final class Site {
    private final Wire wire;
    private final URI address;
    private final long roleId;
    private final Clock clock;

    Site(Wire wire, URI address, long roleId, Clock clock) {
        this.wire = wire;
        this.address = address;
        this.roleId = roleId;
        this.clock = clock;
    }

    /** The site, its version and what the token may call (25 ms). */
    public SiteInfo info() {
        return wire.offers().ask();
    }
}
