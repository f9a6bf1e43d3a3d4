package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import java.time.OffsetDateTime;

/** A group's work on what it is there for. It may take several meetings, and is never closed. */
record Workshop(long id, CentreCode centre, String title, Forum forum, OffsetDateTime started, Tally tally) {

    /**
     * How much there is in it so far.
     *
     * @param voices     people who have contributed
     * @param unlinked   bubbles that nobody has linked to the core task
     * @param withLeader questions that the leader has not answered yet
     */
    record Tally(
            int voices,
            int coreTasks,
            int bubbles,
            int unlinked,
            int links,
            int questions,
            int withLeader,
            int priorities) {}

    /** @return where the workshop's page lies, below the application's root */
    String path() {
        return "dagtilbud/" + centre + "/workshops/" + id;
    }

    boolean hasCoreTask() {
        return tally.coreTasks() > 0;
    }
}
