package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.moodle.EventText.about;
import static dk.kvalitetsbro.moodle.EventText.completion;
import static dk.kvalitetsbro.moodle.EventText.event;
import static dk.kvalitetsbro.moodle.EventText.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.moodle.EventReader.NotUnderstood;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final String SITE = "https://moodle.example.dk";
    private static final PersonKey MAJA = new PersonKey("maja");

    @Test
    void the_example_of_the_plugins_readme_is_understood() throws NotUnderstood {
        News.Message message = read(
                """
                {"site": "https://moodle.example.dk",
                 "events": [{"id": "1aad5e91-8fd5-4100-912a-3ed72936c107", "type": "course_completed", "time": 1795823850,
                             "completionid": 17, "timecompleted": 1795823850, "userid": 355, "idnumber": "EXT00001", "courseid": 2}]}""");

        assertEquals(SITE, message.site());
        assertEquals(
                List.of(new News.Item(
                        UUID.fromString("1aad5e91-8fd5-4100-912a-3ed72936c107"),
                        new News.Completed(
                                new PersonKey("EXT00001"), 2, Optional.of(Instant.ofEpochSecond(1795823850))))),
                message.items());
    }

    @Test
    void every_type_means_what_the_plugins_readme_says() throws NotUnderstood {
        assertEquals(new News.Enrolled(MAJA, 11), news("user_enrolled", about("maja", 11)));
        assertEquals(new News.Unenrolled(MAJA, 11), news("user_unenrolled", about("maja", 11) + ", \"last\": true"));
        assertEquals(new News.Nothing(), news("user_unenrolled", about("maja", 11) + ", \"last\": false"));
        assertEquals(new News.CoursesChanged(), news("course_changed", "\"courseid\": 11"));
        assertEquals(new News.CoursesChanged(), news("category_changed", "\"categoryid\": 3"));
        assertEquals(new News.CourseDeleted(11), news("course_deleted", "\"courseid\": 11"));
        assertEquals(new News.AccountChanged(MAJA), news("user_suspended", "\"idnumber\": \"maja\""));
        assertEquals(new News.AccountChanged(MAJA), news("user_deleted", "\"idnumber\": \"maja\""));
    }

    @Test
    void what_a_later_plugin_tells_and_who_has_no_key_means_nothing() throws NotUnderstood {
        assertEquals(new News.Nothing(), news("badge_awarded", "\"badge\": {\"deep\": [1, null]}"));
        assertEquals(new News.Nothing(), news("user_deleted", "\"userid\": 7"));
        assertEquals(new News.Nothing(), news("user_enrolled", about("", 11)));
        assertEquals(new News.Nothing(), news("user_enrolled", about("two words æ", 11)));
        assertEquals(new News.Nothing(), news("user_enrolled", about("nul\\u0000", 11)));
    }

    @Test
    void a_completion_of_which_moodle_does_not_tell_the_time_has_none() throws NotUnderstood {
        assertEquals(
                new News.Completed(MAJA, 11, Optional.empty()),
                news("course_completed", completion("maja", 11).replace("1780135200", "0")));
    }

    @Test
    void a_message_may_hold_no_events_and_at_most_a_hundred() throws NotUnderstood {
        assertEquals(List.of(), read(message(SITE, List.of())).items());
        String event = event("course_changed", "");
        assertEquals(
                100,
                read(message(SITE, Collections.nCopies(100, event))).items().size());
        refuses("events", message(SITE, Collections.nCopies(101, event)));
    }

    @Test
    void what_is_not_json_in_utf_8_is_refused() {
        refuses("JSON", "");
        refuses("JSON", "[]");
        refuses("JSON", "null");
        refuses("JSON", "{\"site\": \"x\", \"events\": [}");
        refuses("JSON", message(SITE, List.of()) + "{}");
        refuses("JSON", "{\"site\": \"" + SITE + "\", \"events\": " + "[".repeat(400_000));
        NotUnderstood refused =
                assertThrows(NotUnderstood.class, () -> EventReader.read(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}));
        assertEquals("UTF-8", refused.getMessage());
    }

    @Test
    void what_is_missing_or_of_the_wrong_type_is_refused_with_its_place() {
        refuses("site", "{\"events\": []}");
        refuses("site", "{\"site\": 1, \"events\": []}");
        refuses("events", "{\"site\": \"x\"}");
        refuses("events", "{\"site\": \"x\", \"events\": {}}");
        refuses("events[0]", message(SITE, List.of("1")));
        String sound = event("course_changed", "");
        refuses("events[1].id", message(SITE, List.of(sound, sound.replaceFirst("\"id\"", "\"no\""))));
        refuses("events[0].id", message(SITE, List.of(sound.replaceFirst("\"id\": \"", "\"id\": \"x"))));
        refuses("events[0].id", message(SITE, List.of(sound.replaceFirst("\"id\": \"[^\"]+\"", "\"id\": 1"))));
        refuses("events[0].type", message(SITE, List.of(sound.replace("\"course_changed\"", "null"))));
        for (String time : List.of("\"1795823850\"", "-1", "1.5", "1e99", "1e999999999", "99999999999999")) {
            refuses("events[0].time", message(SITE, List.of(sound.replace("1795823850", time))));
        }
        String completed = completion("maja", 11);
        refused("course_completed", "courseid", completed.replace("\"courseid\"", "\"no\""));
        refused("course_completed", "courseid", completed.replace(": 11", ": \"11\""));
        refused("course_completed", "timecompleted", completed.replace("\"timecompleted\"", "\"no\""));
        refused("course_completed", "idnumber", completed.replace("\"maja\"", "7"));
        refused("user_enrolled", "courseid", "\"idnumber\": \"maja\"");
        refused("user_unenrolled", "last", about("maja", 11));
        refused("user_unenrolled", "last", about("maja", 11) + ", \"last\": \"true\"");
        refused("course_deleted", "courseid", "");
    }

    private static void refused(String type, String field, String fields) {
        refuses("events[0]." + field, message(SITE, List.of(event(type, fields))));
    }

    private static void refuses(String place, String text) {
        assertEquals(place, assertThrows(NotUnderstood.class, () -> read(text)).getMessage());
    }

    private static News news(String type, String fields) throws NotUnderstood {
        return read(message(SITE, List.of(event(type, fields)))).items().get(0).news();
    }

    private static News.Message read(String text) throws NotUnderstood {
        return EventReader.read(text.getBytes(UTF_8));
    }
}
