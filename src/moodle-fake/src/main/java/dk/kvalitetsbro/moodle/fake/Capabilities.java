package dk.kvalitetsbro.moodle.fake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What the web-service account may do: everything, until it is told otherwise. */
final class Capabilities {
    private final Tables tables;
    private final Set<Capability> revoked = EnumSet.noneOf(Capability.class);

    Capabilities(Tables tables) {
        this.tables = tables;
    }

    synchronized boolean has(Capability capability) {
        return !revoked.contains(capability);
    }

    void require(Capability capability) {
        if (!has(capability)) {
            throw WebServiceException.noPermission(capability);
        }
    }

    /** To be let into a course, as somebody who opens its page. */
    void requireLogin(long courseId) {
        if (!mayEnter(courseId)) {
            throw WebServiceException.requireLogin();
        }
    }

    /** The same, as another part of Moodle words it. */
    void requireContext(long courseId) {
        if (!mayEnter(courseId)) {
            throw WebServiceException.courseContext(courseId);
        }
    }

    boolean mayEnter(long courseId) {
        return has(Capability.VIEW_COURSES) && maySee(courseId);
    }

    /** Whether a list of courses would have it. */
    boolean maySee(long courseId) {
        return has(Capability.VIEW_HIDDEN_COURSES) || tables.settings(courseId).visible();
    }

    /** Either of two is enough. */
    void requireParticipants() {
        if (!has(Capability.REVIEW_ENROLMENTS)) {
            require(Capability.VIEW_PARTICIPANTS);
        }
    }

    synchronized void revoke(String code) {
        revoked.add(Arrays.stream(Capability.values())
                .filter(capability -> capability.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such capability in the stand-in: " + code)));
    }

    synchronized void revokeAll() {
        revoked.addAll(EnumSet.allOf(Capability.class));
    }

    synchronized void grantAll() {
        revoked.clear();
    }
}
