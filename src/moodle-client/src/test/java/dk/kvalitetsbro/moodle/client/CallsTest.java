package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How one call travels, and what is made of its failure. */
class CallsTest {
    public record Answer(long id, String name) {}

    private static final String SITE = "{\"sitename\":\"S\",\"siteurl\":\"u\",\"release\":\"4.5\",\"version\":\"1\","
            + "\"userid\":3,\"username\":\"ws\",\"functions\":[]}";

    private ScriptedMoodle moodle;

    @BeforeEach
    void start() throws Exception {
        moodle = new ScriptedMoodle();
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @Test
    void the_token_travels_in_the_body_and_before_the_parameters() throws Exception {
        moodle.answers("null").client().call("some_write", Params.none().add("a[0][b]", 1), Object.class);

        var request = moodle.received();
        assertEquals("POST", request.getMethod());
        assertEquals("/webservice/rest/server.php", request.getTarget());
        assertFalse(request.getHeaders().toString().contains(ScriptedMoodle.TOKEN));
        assertEquals(
                "wstoken=" + ScriptedMoodle.TOKEN + "&wsfunction=some_write&moodlewsrestformat=json&a%5B0%5D%5Bb%5D=1",
                String.valueOf(
                        request.getBody() == null ? null : request.getBody().utf8()));
    }

    @Test
    void no_exception_and_no_text_of_the_client_holds_the_token() {
        var troubles = new ArrayList<MoodleException>();
        moodle.answers(403, "").answers(404, "").answers(500, "").losesTheReply();
        moodle.answers("{\"exception\":\"e\",\"errorcode\":\"invalidtoken\",\"message\":\"m\"}");
        for (int i = 0; i < 5; i++) {
            troubles.add(
                    assertThrows(MoodleException.class, () -> moodle.client().call("f", Params.none(), Object.class)));
        }
        for (var trouble : troubles) {
            var trace = new StringWriter();
            trouble.printStackTrace(new PrintWriter(trace));
            assertFalse(trace.toString().contains(ScriptedMoodle.TOKEN), trace.toString());
        }
        var builder = MoodleClient.at(moodle.uri(), ScriptedMoodle.TOKEN);
        assertFalse((builder + " " + moodle.client()).contains(ScriptedMoodle.TOKEN));
    }

    @Test
    void a_read_is_sent_again_when_its_reply_is_lost() {
        moodle.losesTheReply().answers(SITE);

        assertEquals("ws", moodle.client().site().info().username());
        assertEquals(2, moodle.calls());
    }

    @Test
    void a_write_whose_reply_is_lost_is_unclear_and_sent_once() {
        moodle.losesTheReply().answers("null");

        assertThrows(Unclear.class, () -> moodle.client().call("some_write", Params.none(), Object.class));
        assertEquals(1, moodle.calls());
    }

    @Test
    void a_write_whose_reply_is_lost_on_a_used_connection_is_unclear_too() {
        moodle.answers(SITE).losesTheReply().answers("null");

        moodle.client().site().info();
        assertThrows(Unclear.class, () -> moodle.client().call("some_write", Params.none(), Object.class));
        assertEquals(2, moodle.calls());
    }

    @Test
    void a_write_that_found_nobody_listening_did_nothing() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var client =
                MoodleClient.at(URI.create("http://127.0.0.1:" + port), "t").build()) {
            assertThrows(Unavailable.class, () -> client.call("some_write", Params.none(), Object.class));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_gateway_in_trouble_says_nothing_about_a_write(int status) {
        moodle.answers(status, "<html>Bad gateway</html>");

        assertThrows(Unclear.class, () -> moodle.client().call("some_write", Params.none(), Object.class));
    }

    @Test
    void a_page_where_json_was_due_says_nothing_about_a_write() {
        moodle.answers("<html>Log in</html>");

        assertThrows(Unclear.class, () -> moodle.client().call("some_write", Params.none(), Object.class));
    }

    @Test
    void json_that_ends_in_the_middle_is_asked_for_again() {
        moodle.answers("[{\"id\":5,").answers("[{\"id\":5}]");

        assertEquals(
                List.of(new EnrolledUser(5, Optional.empty())),
                moodle.client().enrolments().in(2));
    }

    @Test
    void moodles_word_for_a_failed_database_is_unclear_for_a_write() {
        moodle.answers("{\"exception\":\"dml_write_exception\",\"errorcode\":\"dmlwriteexception\",\"message\":\"\"}");

        assertThrows(Unclear.class, () -> moodle.client().call("some_write", Params.none(), Object.class));
    }

    @Test
    void a_result_that_moodle_could_not_describe_may_have_been_committed() {
        var reply = "{\"exception\":\"e\",\"errorcode\":\"invalidresponse\",\"message\":\"Invalid response\"}";
        moodle.answers(reply).answers(reply);

        assertThrows(Unclear.class, () -> moodle.client().call("some_write", Params.none(), Object.class));
        assertThrows(Refused.class, () -> moodle.client().read("some_read", Params.none(), Object.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirect_is_never_followed_with_the_token(int status) {
        moodle.answers(status, "Location", "http://127.0.0.1:9/elsewhere");

        var notAllowed =
                assertThrows(NotAllowed.class, () -> moodle.client().site().info());
        assertEquals(Obstacle.WRONG_ADDRESS, notAllowed.obstacle());
        assertEquals(1, moodle.calls());
    }

    @Test
    void a_site_that_names_a_short_wait_gets_just_that() {
        moodle.answers(503, "Retry-After", "7").answers(SITE);

        moodle.client().site().info();
        assertEquals(List.of(Duration.ofSeconds(7)), moodle.pauses);
    }

    @Test
    void a_wait_may_be_named_as_a_moment() {
        moodle.answers(429, "Retry-After", "Sun, 22 Nov 2026 08:00:05 GMT").answers(SITE);

        moodle.client().site().info();
        assertEquals(List.of(Duration.ofSeconds(5)), moodle.pauses);
    }

    @Test
    void pauses_grow_and_differ_from_caller_to_caller() {
        for (int i = 0; i < 4; i++) {
            moodle.answers(500, "");
        }
        assertThrows(Unavailable.class, () -> moodle.client().site().info());

        assertEquals(3, moodle.pauses.size());
        for (int i = 0; i < 3; i++) {
            long most = 250L << i;
            var pause = moodle.pauses.get(i).toMillis();
            assertTrue(most / 2 <= pause && pause <= most, pause + " of at most " + most);
        }
    }

    @Test
    void a_listener_hears_of_each_call_and_each_repeat() {
        var heard = new ArrayList<String>();
        var events = new MoodleEvents() {
            @Override
            public void called(String function, int variables, Duration took, Optional<MoodleException> trouble) {
                heard.add(function + " " + variables + " " + trouble.isPresent());
            }

            @Override
            public void repeating(String function, Duration pause, MoodleException why) {
                heard.add("again " + function);
            }
        };
        moodle.answers(500, "").answers(SITE);
        try (var client = MoodleClient.at(moodle.uri(), "t")
                .events(events)
                .pause(time -> {})
                .build()) {
            client.site().info();
        }
        var function = "core_webservice_get_site_info";
        assertEquals(List.of(function + " 3 true", "again " + function, function + " 3 false"), heard);
    }

    @Test
    void any_function_can_be_called_with_a_record_for_its_reply() {
        moodle.answers("[{\"id\":7,\"name\":\"Ærø\",\"more\":[1]},{\"id\":8}]").answers("null");

        var answers = moodle.client().read("f", Params.none(), Answer[].class).orElseThrow();
        assertEquals(new Answer(7, "Ærø"), answers[0]);
        assertEquals(8, answers[1].id());
        assertEquals(Optional.empty(), moodle.client().read("f", Params.none(), Answer.class));
    }

    @Test
    void a_reply_that_is_not_what_the_caller_expects_is_no_reply() {
        moodle.answers("{\"id\":{\"no\":\"number\"}}");

        assertThrows(Unavailable.class, () -> moodle.client().read("f", Params.none(), Answer.class));
    }

    @Test
    void many_idnumbers_are_asked_for_by_the_hundred_and_each_once() throws Exception {
        var idnumbers = new ArrayList<String>();
        for (int i = 0; i < 250; i++) {
            idnumbers.add("P" + i % 240);
        }
        moodle.answers("[{\"id\":1}]").answers("[{\"id\":2}]").answers("[]");

        assertEquals(2, moodle.client().users().byIdnumbers(idnumbers).size());
        assertEquals(104, moodle.fields().size());
        assertEquals(104, moodle.fields().size());
        assertEquals(44, moodle.fields().size());
    }

    @Test
    void a_blank_idnumber_is_not_asked_for() {
        assertThrows(
                IllegalArgumentException.class, () -> moodle.client().users().byIdnumbers(List.of("P1", " ")));
        assertEquals(0, moodle.calls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://moodle.example.dk", "moodle.example.dk", "https://u:p@moodle.example.dk", "https://m/?a=1"
            })
    void an_address_that_can_not_be_a_site_is_refused(String address) {
        var builder = MoodleClient.at(URI.create(address), "t");
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "with\nline", "blåbær"})
    void a_token_that_can_not_be_one_is_refused_and_not_repeated(String token) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> MoodleClient.at(URI.create("https://m"), token)
                .build());
        assertTrue(token.isEmpty() || !String.valueOf(refusal.getMessage()).contains(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/path", "/path/"})
    void a_site_may_live_under_a_path(String path) throws Exception {
        moodle.answers(SITE);
        try (var client = MoodleClient.at(URI.create(moodle.uri() + path), "t").build()) {
            client.site().info();
        }
        assertEquals("/path/webservice/rest/server.php", moodle.received().getTarget());
    }
}
