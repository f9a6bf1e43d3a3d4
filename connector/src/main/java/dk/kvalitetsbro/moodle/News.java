package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.lti.Platforms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an event in Moodle means here. */
sealed interface News {
    /** @param at when the course was completed, if Moodle tells */
    record Completed(PersonKey person, long course, Optional<Instant> at) implements News {}

    record Enrolled(PersonKey person, long course) implements News {}

    /** The person is enrolled no longer, by no method. */
    record Unenrolled(PersonKey person, long course) implements News {}

    record CourseDeleted(long course) implements News {}

    /** A course or its category is not as it was. */
    record CoursesChanged() implements News {}

    /** An account was suspended or deleted, or changed while it is suspended. */
    record AccountChanged(PersonKey person) implements News {}

    /**
     * Moodle may send people here with a launch.
     *
     * @param deployment what it calls the tool in this site
     */
    record PlatformRegistered(Platforms.Registration registration, String deployment) implements News {}

    /** Moodle sends nobody any more. */
    record PlatformEnded(String issuer, String clientId) implements News {}

    /** Of no meaning here: a type of a later plugin, or about somebody who has no key. */
    record Nothing() implements News {}

    /** @param id the plugin's; a repeat has the same one */
    record Item(UUID id, News news) {}

    /**
     * What the plugin sends at once.
     *
     * @param site  Moodle's address, as it has it of itself
     * @param items the oldest first
     */
    record Message(String site, List<Item> items) {
        public Message {
            items = List.copyOf(items);
        }
    }
}
