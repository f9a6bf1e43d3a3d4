package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.moodle.EventText.completed;
import static dk.kvalitetsbro.moodle.EventText.completion;
import static dk.kvalitetsbro.moodle.EventText.event;
import static dk.kvalitetsbro.moodle.EventText.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the plugin posts, and what somebody posts who would like to be taken for the plugin. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EventsIT {
    private static final String SITE = "http://127.0.0.1:9";
    private static final long COURSE = 900_041;

    /** A day without the connector. */
    private static final int MESSAGES = 500;

    private static final int AT_ONCE = 8;

    @ArquillianResource
    private URL base;

    /** As Moodle's. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void maja_takes_a_course_that_moodle_tells_nothing_of_yet() {
        TwoHouses.build();
        TwoHouses.jdbi().useHandle(handle -> handle.createScript(
                        """
                        insert into catalogue.offered (id, code, name, hours, visible)
                            values (900041, 'K900041', 'Sprog i samling', 6, true) on conflict do nothing;
                        delete from moodle.event_message;
                        delete from moodle.event;
                        delete from competence.completion where course = 900041;
                        delete from assignments.assignment where course = 900041;
                        insert into assignments.assignment (person_key, employment_number, centre, course, need,
                               reason_da, reason_en, due, mandatory, assigned, by_whom, state)
                        select 'maja', 'walk-1', n.centre, 900041, n.id, 'Fordi.', 'Because.', '2099-01-01', true, now(),
                               'karen', 'IN_MOODLE'
                          from themes.need n where n.source_ref = 'walk-own'""")
                .execute());
    }

    @Test
    void a_completion_shows_on_the_persons_page() throws Exception {
        Visitor maja = Visitor.at(base).signedInAs("maja");
        assertFalse(maja.get("app/mine-forloeb").body().contains("30. maj 2026"));

        assertEquals(
                204,
                post(message(SITE + "/", List.of(completed("maja", COURSE)))).statusCode());

        assertTrue(maja.get("app/mine-forloeb").body().contains("30. maj 2026"));
    }

    @Test
    void a_message_without_events_asks_whether_somebody_is_there() throws Exception {
        assertEquals(204, post(message(SITE, List.of())).statusCode());
        assertEquals(List.of("ACCEPTED"), outcomes());
    }

    @Test
    void what_has_been_taken_may_come_again() throws Exception {
        String body = message(SITE, List.of(completed("maja", COURSE), event("badge_awarded", "")));

        assertEquals(204, post(body).statusCode());
        assertEquals(204, post(body).statusCode());

        assertEquals(2, count("moodle.event"));
    }

    @Test
    void a_forged_or_unsigned_message_is_refused() throws Exception {
        String body = message(SITE, List.of(completed("maja", COURSE)));
        String now = now();

        assertRefused(403, "SIGNATURE", send(body.getBytes(UTF_8), now, signed(now, body, "x".repeat(64))));
        assertRefused(403, "SIGNATURE", send((body + " ").getBytes(UTF_8), now, signed(now, body)));
        assertRefused(403, "SIGNATURE", send(body.getBytes(UTF_8), now, "sha256="));
        assertEquals(List.of("SIGNATURE"), outcomes());
        assertRefused(
                403,
                "UNSIGNED",
                http.send(request().POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString(UTF_8)));
        nothingWasTaken();
    }

    @Test
    void a_session_is_no_signature() throws Exception {
        HttpResponse<String> answer = Visitor.at(base)
                .signedInAs("sigurd")
                .send(Visitor.at(base)
                        .signedInAs("sigurd")
                        .request("api/moodle/events")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(message(SITE, List.of()))));

        assertRefused(403, "UNSIGNED", answer);
    }

    @Test
    void an_old_and_a_future_message_are_refused() throws Exception {
        String body = message(SITE, List.of(completed("maja", COURSE)));
        long now = Instant.now().getEpochSecond();

        for (long sent : new long[] {now - 400, now + 400}) {
            String timestamp = String.valueOf(sent);
            assertRefused(403, "AGE", send(body.getBytes(UTF_8), timestamp, signed(timestamp, body)));
        }
        nothingWasTaken();
    }

    @Test
    void a_message_of_another_moodle_is_refused_with_both_addresses() throws Exception {
        HttpResponse<String> answer = post(message("https://other.example", List.of(completed("maja", COURSE))));

        assertRefused(422, "SITE", answer);
        assertTrue(
                answer.body().contains("https://other.example") && answer.body().contains(SITE));
        nothingWasTaken();
    }

    @Test
    void a_message_that_is_not_understood_is_refused_as_a_whole() throws Exception {
        String sound = completed("maja", COURSE);
        String unsound = event("course_completed", completion("maja", COURSE).replace(": " + COURSE, ": \"x\""));

        assertRefused(400, "CONTENT", post(message(SITE, List.of(sound, unsound))));
        assertRefused(400, "CONTENT", post("{"));
        assertRefused(400, "CONTENT", post(message(SITE, Collections.nCopies(101, sound))));
        nothingWasTaken();
    }

    @Test
    void a_message_that_fails_on_our_side_leaves_nothing_and_may_come_again() throws Exception {
        String body = message(SITE, List.of(completed("maja", COURSE)));
        TwoHouses.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                """
                alter table assignments.assignment add constraint broken
                    check (course <> 900041 or state <> 'COMPLETED')"""));
        try {
            assertEquals(500, post(body).statusCode());
            nothingWasTaken();
            assertEquals(0, count("competence.completion where course = " + COURSE));
        } finally {
            TwoHouses.jdbi()
                    .useHandle(handle -> handle.execute("alter table assignments.assignment drop constraint broken"));
        }

        assertEquals(204, post(body).statusCode());
        assertEquals("COMPLETED", state());
    }

    @Test
    void a_message_beyond_a_megabyte_is_refused_however_it_is_signed() throws Exception {
        assertRefused(413, "SIZE", post("x".repeat((1 << 20) + 1)));
        assertRefused(400, "CONTENT", post("x".repeat(1 << 20)));
    }

    @Test
    void what_is_not_json_or_not_posted_is_refused() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b"))
                .build();
        assertEquals(415, http.send(form, BodyHandlers.discarding()).statusCode());
        assertEquals(
                405,
                http.send(HttpRequest.newBuilder(uri()).build(), BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void after_a_day_without_the_connector_everything_comes_at_once_and_some_of_it_twice() throws Exception {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            UUID id = new UUID(41, i);
            String completed = event(id, "course_completed", completion(i % 50 == 0 ? "maja" : "stranger" + i, COURSE));
            messages.add(message(SITE, List.of(completed, event(new UUID(42, i), "course_changed", ""))));
            if (i % 10 == 0) {
                messages.add(messages.get(i));
            }
        }
        Collections.reverse(messages);

        assertEquals(Collections.nCopies(messages.size(), 204), together(messages));

        assertEquals(2 * MESSAGES, count("moodle.event"));
        assertEquals(1, count("competence.completion where course = " + COURSE));
        assertEquals("COMPLETED", state());
    }

    private List<Integer> together(List<String> messages) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> posts = messages.stream()
                    .map(text -> (Callable<Integer>) () -> post(text).statusCode())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : senders.invokeAll(posts)) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            senders.shutdown();
        }
    }

    private void nothingWasTaken() {
        assertEquals(0, count("moodle.event"));
        assertEquals("IN_MOODLE", state());
        assertFalse(outcomes().contains("ACCEPTED"));
    }

    private static void assertRefused(int status, String why, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        JsonObject problem = Json.createReader(new StringReader(answer.body())).readObject();
        assertEquals("moodle.events.refused." + why, problem.getString("code"));
        assertFalse(problem.getString("detail").contains("??"), answer.body());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        String now = now();
        return send(body.getBytes(UTF_8), now, signed(now, body));
    }

    private HttpResponse<String> send(byte[] body, String timestamp, String signature)
            throws IOException, InterruptedException {
        return http.send(
                request()
                        .header("X-Kvalitetsbro-Timestamp", timestamp)
                        .header("X-Kvalitetsbro-Signature", signature)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(uri()).header("Content-Type", "application/json");
    }

    private URI uri() {
        return URI.create(base.toString().replaceFirst("/*$", "/api/moodle/events"));
    }

    private static String now() {
        return String.valueOf(Instant.now().getEpochSecond());
    }

    private static String signed(String timestamp, String body) {
        return signed(timestamp, body, EventText.SECRET);
    }

    private static String signed(String timestamp, String body, String secret) {
        return EventSignature.of(timestamp, body.getBytes(UTF_8), secret);
    }

    private static List<String> outcomes() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery("select outcome from moodle.event_message")
                .mapTo(String.class)
                .list());
    }

    private static long count(String rows) {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Long.class)
                .one());
    }

    private static String state() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select state from assignments.assignment where course = " + COURSE)
                .mapTo(String.class)
                .one());
    }
}
