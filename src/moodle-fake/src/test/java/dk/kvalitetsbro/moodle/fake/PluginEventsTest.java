package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the plugin tells the connector as it happens. */
class PluginEventsTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String ENROL = "local_kvalitetsbro_enrol_users";
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final long PERSON = 5;
    private static final long COURSE = 2;

    private final Receiver receiver = new Receiver();
    private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    private final Path folder;
    private MoodleFake moodle;
    private Rest rest;

    PluginEventsTest(@TempDir Path folder) {
        this.folder = folder;
        start();
        moodle.addUsers(TestSite.people(250));
        moodle.addCourses(TestSite.courses(2));
    }

    private void start() {
        var settings = new Settings(0, Optional.of(folder), TOKEN, MoodleVersion.V5_1).withPlugin();
        moodle = MoodleFake.start(settings, Clock.fixed(NOW, ZoneOffset.UTC), pauses::add);
        rest = new Rest(moodle.baseUri(), TOKEN);
    }

    @AfterEach
    void stop() {
        moodle.close();
        receiver.close();
    }

    @Test
    void what_takes_place_is_told_in_its_order() throws Exception {
        moodle.sendEventsTo(receiver.connector());

        enrol(PERSON);
        moodle.completeOtherwise(PERSON, COURSE, NOW.minusSeconds(60));
        rest.call("local_kvalitetsbro_unenrol_users", "expected=1", row(0, PERSON));
        moodle.setUp(COURSE, CourseSettings.USUAL.hidden());
        rest.call("core_user_update_users", "users[0][id]=6", "users[0][firstname]=Ny");
        rest.call("core_user_update_users", "users[0][id]=6", "users[0][suspended]=1");
        enrol(7);
        moodle.deleteUser(7);
        enrol(8);
        moodle.deleteCourse(COURSE);

        var events = receiver.events(11);
        var about = "\"userid\":5,\"idnumber\":\"KEY1\",\"courseid\":2";
        assertTold(events.get(0), "user_enrolled", "\"method\":\"manual\"," + about);
        assertTold(
                events.get(1),
                "course_completed",
                "\"completionid\":1,\"timecompleted\":" + (NOW.getEpochSecond() - 60) + "," + about);
        assertTold(events.get(2), "user_unenrolled", "\"method\":\"manual\",\"last\":true," + about);
        assertTold(events.get(3), "course_changed", "\"courseid\":2");
        assertTold(events.get(4), "user_suspended", "\"userid\":6,\"idnumber\":\"KEY2\"");
        assertEquals("user_enrolled user_unenrolled", types(events.subList(5, 7)));
        assertTold(events.get(7), "user_deleted", "\"idnumber\":\"KEY3\",\"userid\":7");
        assertEquals("user_enrolled user_unenrolled course_deleted", types(events.subList(8, 11)));
        assertTold(events.get(10), "course_deleted", "\"courseid\":2");
        assertEquals(
                11,
                events.stream().map(event -> event.getString("id")).distinct().count());
    }

    private static void assertTold(JsonObject event, String type, String rest) {
        assertEquals(
                "{\"id\":\"%s\",\"type\":\"%s\",\"time\":%d,%s}"
                        .formatted(UUID.fromString(event.getString("id")), type, NOW.getEpochSecond(), rest),
                event.toString());
    }

    private static String types(List<JsonObject> events) {
        return String.join(
                " ", events.stream().map(event -> event.getString("type")).toList());
    }

    @Test
    void a_message_is_signed_over_its_timestamp_and_its_bytes() throws Exception {
        moodle.addUsers(List.of(User.named("aesel", "Åse Løv", "NØGLE")));
        moodle.sendEventsTo(receiver.connector());
        enrol(255);

        var message = receiver.next();
        assertEquals("/api/moodle/events", message.path());
        assertEquals("application/json", message.contentType());
        assertEquals(Long.toString(NOW.getEpochSecond()), message.timestamp());
        assertEquals("sha256=" + hmac(message), message.signature());
        assertEquals(moodle.baseUri().toString(), message.json().getString("site"));
        assertEquals("NØGLE", message.events().get(0).getString("idnumber"));
    }

    private static String hmac(Receiver.Message message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Receiver.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((message.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac.doFinal(message.body()));
    }

    @Test
    void while_the_connector_does_not_accept_the_pauses_grow_and_nothing_is_lost() throws Exception {
        receiver.answers(Collections.nCopies(9, 503));
        moodle.sendEventsTo(receiver.connector());
        enrol(PERSON);

        var first = receiver.next().events();
        for (int i = 0; i < 9; i++) {
            assertEquals(first, receiver.next().events(), "a repeat has the same id");
        }
        for (long seconds : List.of(10, 20, 40, 80, 160, 320, 640, 900, 900)) {
            assertEquals(Duration.ofSeconds(seconds), pauses.take());
        }
        enrol(6);
        assertEquals(6, receiver.next().events().get(0).getInt("userid"), "what was accepted does not come again");
        assertEquals(List.of(), List.copyOf(pauses));
    }

    @Test
    void after_a_success_the_pauses_begin_anew() throws Exception {
        receiver.answers(List.of(500, 302, 204, 401));
        moodle.sendEventsTo(receiver.connector());
        enrol(PERSON);
        for (int i = 0; i < 3; i++) {
            receiver.next();
        }
        enrol(6);
        receiver.next();
        receiver.next();

        for (long seconds : List.of(10, 20, 10)) {
            assertEquals(Duration.ofSeconds(seconds), pauses.take());
        }
    }

    @Test
    void what_waits_outlives_the_stand_in_and_goes_in_messages_of_a_hundred_the_oldest_first() throws Exception {
        var nobodyThere = new Receiver();
        nobodyThere.close();
        moodle.sendEventsTo(nobodyThere.connector());
        enrol(LongStream.rangeClosed(5, 254).toArray());
        pauses.take();
        moodle.close();
        start();
        assertEquals(250, moodle.waitingEvents());

        moodle.sendEventsTo(receiver.connector());
        var sizes = List.of(receiver.next(), receiver.next(), receiver.next());
        assertEquals(
                List.of(100, 100, 50),
                sizes.stream().map(message -> message.events().size()).toList());
        assertEquals(
                LongStream.rangeClosed(5, 254).boxed().toList(),
                sizes.stream()
                        .flatMap(message -> message.events().stream())
                        .map(event -> event.getJsonNumber("userid").longValue())
                        .toList());
    }

    @Test
    void what_is_rolled_back_tells_nothing() throws Exception {
        moodle.sendEventsTo(receiver.connector());
        rest.call(ENROL, "expected=2", row(0, PERSON) + "&rows[0][duedate]=-1", row(1, 6));

        assertEquals(6, receiver.next().events().get(0).getInt("userid"));
    }

    @Test
    void without_a_connector_nothing_is_queued() {
        enrol(PERSON);

        assertEquals(0, moodle.waitingEvents());
    }

    @Test
    void a_connector_is_named_once_and_only_to_a_site_with_the_plugin() {
        moodle.sendEventsTo(receiver.connector());
        assertThrows(IllegalStateException.class, () -> moodle.sendEventsTo(receiver.connector()));

        var plain = new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V4_5);
        try (var without = MoodleFake.start(plain)) {
            assertThrows(IllegalStateException.class, () -> without.sendEventsTo(receiver.connector()));
        }
    }

    @Test
    void a_secret_is_never_shown() {
        assertFalse(receiver.connector().toString().contains(Receiver.SECRET));
    }

    private void enrol(long... people) {
        var rows = new String[people.length];
        for (int i = 0; i < people.length; i++) {
            rows[i] = row(i, people[i]);
        }
        var parameters = new String[] {"expected=" + people.length, String.join("&", rows)};
        var refused = rest.object(ENROL, parameters).getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .map(result -> result.getJsonString("errorcode"))
                .map(JsonString::getString)
                .filter(code -> !code.isEmpty())
                .toList();
        assertEquals(List.of(), refused);
    }

    private static String row(int index, long user) {
        return "rows[%1$d][userid]=%2$d&rows[%1$d][courseid]=%3$d".formatted(index, user, COURSE);
    }
}
