package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.outbox.Entry;
import dk.kvalitetsbro.outbox.Outcome;
import dk.kvalitetsbro.workshops.Contribution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform that answers otherwise than Moodle does. */
class StrangePlatformTest {
    private static final PersonKey MAJA = new PersonKey("maja");

    private record Answer(int status, String body, Optional<String> next) {}

    private final Classroom room = new Classroom();
    private final Participants participants =
            new Participants(room.services(), room.organisation, new Vouched("idnumber"));
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger tokensAsked = new AtomicInteger();
    private final HttpServer server = server();
    private final Platform platform = room.register(issuer(), "strange");
    private Answer token = new Answer(200, "{\"access_token\":\"t\",\"expires_in\":3600}", Optional.empty());
    private Answer members = members("maja");

    @BeforeEach
    void the_platform_starts() {
        server.createContext("/mod/lti/token.php", exchange -> {
            tokensAsked.incrementAndGet();
            say(exchange, token);
        });
        server.createContext("/members", exchange -> {
            asked.incrementAndGet();
            say(exchange, members);
        });
        server.start();
    }

    @AfterEach
    void the_platforms_stop() {
        server.stop(0);
        room.close();
    }

    @Test
    void its_participants_are_read() throws Exception {
        assertEquals(new Participants.Comparison(1, 0, 0, List.of()), compare());
    }

    @Test
    void a_next_page_at_another_host_is_not_asked_for() throws Exception {
        members = new Answer(200, members.body(), Optional.of(room.moodle.lti().issuer() + "/members"));
        assertEquals(1, compare().known());

        members = new Answer(200, members.body(), Optional.of("file:///etc/passwd"));
        assertEquals(1, compare().known());
    }

    @Test
    void it_is_not_asked_for_ever_more_pages() throws Exception {
        members = new Answer(200, members.body(), Optional.of(issuer() + "/members"));

        assertEquals(50, compare().known());
        assertEquals(50, asked.get());
    }

    @Test
    void keys_that_no_page_may_show_are_shown_without_what_is_wrong() throws Exception {
        members = members("a\\nb\\u202ec");

        assertEquals(List.of("a_b_c"), compare().unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "[]", "{}", "{\"members\":{}}", "{\"members\":\"maja\"}"})
    void what_is_no_list_of_participants_is_told_as_such(String body) {
        members = new Answer(200, body, Optional.empty());

        assertThrows(NotUsable.class, this::compare);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 500})
    void so_is_an_error_whatever_stands_in_it(int status) {
        members = new Answer(status, members.body(), Optional.empty());

        assertThrows(NotUsable.class, this::compare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_token\":\"\"}", "{\"access_token\":1}", "t"})
    void without_a_token_nothing_is_asked(String body) {
        token = new Answer(200, body, Optional.empty());

        assertThrows(NotUsable.class, this::compare);
        assertEquals(0, asked.get());
    }

    @Test
    void a_token_in_an_error_is_none() {
        token = new Answer(400, token.body(), Optional.empty());

        assertThrows(NotUsable.class, this::compare);
        assertEquals(0, asked.get());
    }

    @Test
    void that_it_gives_no_token_is_found_once_for_all_that_it_is_to_be_told() {
        token = new Answer(500, "", Optional.empty());
        for (String link : List.of("7", "8", "9")) {
            room.seats.take(platform.id(), link, "5", MAJA, issuer() + "/lineitem", Classroom.PAGE);
        }
        room.scores().contributed(new Contribution(MAJA, Classroom.PAGE));
        List<Entry> entries = room.jdbi.withHandle(handle -> handle.createQuery(
                        "select id, kind, key, payload, attempts from outbox.entry where kind = 'score'")
                .mapTo(Entry.class)
                .list());

        var outcomes = room.delivery().deliver(entries).values();

        assertEquals(3, outcomes.size());
        outcomes.forEach(outcome -> assertInstanceOf(Outcome.TryLater.class, outcome));
        assertEquals(1, tokensAsked.get());
    }

    private Participants.Comparison compare() throws Exception {
        return participants.compare(
                platform,
                new Courses.Course(
                        platform.id(), "9", "Kerneopgaven", issuer() + "/members", OffsetDateTime.now(room.clock)));
    }

    private static Answer members(String key) {
        return new Answer(200, "{\"members\":[{\"lis_person_sourcedid\":\"" + key + "\"}]}", Optional.empty());
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void say(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            answer.next().ifPresent(next -> exchange.getResponseHeaders().set("Link", "<" + next + ">; rel=\"next\""));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
