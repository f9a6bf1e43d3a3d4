package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Assigned;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why and by when somebody takes a course, as the plugin keeps it.
 *
 * @param reason     only while reasons are shown, see {@link MoodleFake#showReasons}
 * @param assignedBy the account of the leader who assigned it
 */
public record Assignment(Optional<String> reason, Optional<Instant> due, OptionalLong assignedBy) {
    static Assignment of(Assigned row) {
        return new Assignment(
                Optional.of(row.reason()).filter(reason -> !reason.isEmpty()),
                Optional.of(row.dueDate()).filter(seconds -> seconds != 0).map(Instant::ofEpochSecond),
                row.assignedBy() == 0 ? OptionalLong.empty() : OptionalLong.of(row.assignedBy()));
    }
}
