package dk.kvalitetsbro.moodle;

import java.util.List;
import java.util.UUID;

/** Messages as the plugin writes them. */
final class EventText {
    static final String SECRET = "a-secret-of-at-least-32-characters";

    private EventText() {}

    static String message(String site, List<String> events) {
        return "{\"site\": \"" + site + "\", \"events\": [" + String.join(",", events) + "]}";
    }

    /** @param fields beside id, type and time */
    static String event(UUID id, String type, String fields) {
        return "{\"id\": \"" + id + "\", \"type\": \"" + type + "\", \"time\": 1795823850"
                + (fields.isEmpty() ? "" : ", ") + fields + "}";
    }

    static String event(String type, String fields) {
        return event(UUID.randomUUID(), type, fields);
    }

    static String completed(String person, long course) {
        return event("course_completed", completion(person, course));
    }

    /** @return the fields that tell of a completion on 30 May 2026 at 10:00 */
    static String completion(String person, long course) {
        return "\"completionid\": 17, \"timecompleted\": 1780135200, \"userid\": 355, \"idnumber\": \"" + person
                + "\", \"courseid\": " + course;
    }

    static String about(String person, long course) {
        return "\"method\": \"manual\", \"idnumber\": \"" + person + "\", \"courseid\": " + course;
    }
}
