package dk.kvalitetsbro.moodle.client;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;

/** The site itself, and what the token can and can't do there. */
public final class Site {
    /** The functions that it takes to enrol people by idnumber and to hear of their completions. */
    public static final Set<String> FOR_ENROLLING = Set.of(
            "core_webservice_get_site_info",
            "core_course_get_courses_by_field",
            "core_user_get_users_by_field",
            "core_enrol_get_enrolled_users",
            "enrol_manual_enrol_users",
            "core_completion_get_course_completion_status");

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

    /**
     * The site, its version and what the token may call ({@code core_webservice_get_site_info}; 25 ms). Asked even where
     * the site is in trouble and being left alone.
     */
    public SiteInfo info() {
        return wire.offers().ask();
    }

    /**
     * Looks into what the token can and can't do, in a dozen calls that change nothing: what a right would allow is
     * asked for an account or a competency that can't exist. Never throws for trouble with the site; that is a finding.
     *
     * @param functions    the functions that are to be used; what none of them needs is not looked at
     * @param someIdnumbers of people who should have an account, to see whether the token may find people at all
     */
    public SiteReport report(Set<String> functions, Collection<String> someIdnumbers) {
        return new SiteInspection(wire, address, roleId, clock, functions, someIdnumbers).report();
    }
}
