package dk.kvalitetsbro.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two connectors on one PostgreSQL, behind a proxy that speaks https: whichever answers, people notice nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class TwoNodesIT {
    private static final String ANNE = "anne";
    private static final String OWN_PAGE = "app/mine-sessioner";
    private static final Pattern TOKEN = Pattern.compile("value=\"(kvalitetsbro_[^\"]+)\"");

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres database;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void two_nodes() throws Exception {
        database = EmbeddedPostgres.temporary();
        one = Node.on(database, folder.resolve("one"), ANNE);
        other = Node.on(database, folder.resolve("other"), ANNE);
    }

    @AfterAll
    static void stopped() {
        other.close();
        one.close();
        database.close();
    }

    @Test
    void whoever_signs_in_on_one_goes_on_on_the_other() throws Exception {
        var session = signIn(one);

        assertTrue(isSignedIn(one, session));
        assertTrue(isSignedIn(other, session));
    }

    @Test
    void the_cookie_of_a_product_that_is_reached_by_https_travels_by_https_alone() throws Exception {
        var cookie = signInAt(one).headers().firstValue("Set-Cookie").orElseThrow();

        assertTrue(cookie.matches("__Host-kvalitetsbro=[^;]{43};.*"), cookie);
        for (var attribute : new String[] {"Path=/", "Secure", "HttpOnly", "SameSite=Lax"}) {
            assertTrue(cookie.contains(";" + attribute), cookie);
        }
        assertFalse(cookie.contains("Domain"), cookie);
    }

    @Test
    void signing_out_on_one_ends_the_session_on_both() throws Exception {
        var session = signIn(one);
        assertTrue(isSignedIn(other, session));

        other.post("app/log-ud", Map.of(), "Cookie", session);

        assertFalse(isSignedIn(one, session));
        assertFalse(isSignedIn(other, session));
    }

    @Test
    void signing_out_everywhere_ends_what_was_begun_on_either() throws Exception {
        var here = signIn(one);
        var there = signIn(other);

        one.post("app/mine-sessioner/log-ud", Map.of(), "Cookie", here);

        assertFalse(isSignedIn(one, there));
        assertFalse(isSignedIn(other, here));
    }

    @Test
    void a_token_is_known_on_both_and_revoked_on_both() throws Exception {
        var session = signIn(one);
        var token = newToken(one, session);
        assertEquals(200, rounds(other, token));

        other.post("app/api-adgang/1/tilbagekald", Map.of(), "Cookie", session);

        assertEquals(401, rounds(one, token));
    }

    @Test
    void a_session_outlives_the_node_that_it_was_begun_on() throws Exception {
        var session = signIn(other);

        other.restart();

        assertTrue(isSignedIn(other, session));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void without_the_database_people_and_programs_are_told_that_something_went_wrong() throws Exception {
        var session = signIn(one);
        dropDatabase();

        var page = one.get(OWN_PAGE, "Cookie", session, "Accept", "text/html");
        assertEquals(500, page.statusCode());
        assertTrue(page.body().contains("<h1"), page.body());
        assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());

        var answer = one.get("api/rounds", "Authorization", "Bearer something");
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().contains("urn:kvalitetsbro:problem:internal-error"), answer.body());
    }

    private static void dropDatabase() throws SQLException {
        var url = database.jdbcUrl();
        var name = url.substring(url.lastIndexOf('/') + 1);
        try (var connection = DriverManager.getConnection(
                        url.replace("/" + name, "/postgres"), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database " + name + " with (force)");
        }
    }

    private static HttpResponse<String> signInAt(Node node) throws Exception {
        return node.post("app/log-ind", Map.of("person", ANNE));
    }

    /** @return the cookie, as a browser sends it */
    private static String signIn(Node node) throws Exception {
        return signInAt(node).headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static boolean isSignedIn(Node node, String session) throws Exception {
        return node.get(OWN_PAGE, "Cookie", session).statusCode() == 200;
    }

    private static String newToken(Node node, String session) throws Exception {
        var made = node.post(
                "app/api-adgang",
                Map.of(
                        "name", "Regneark",
                        "scope", "ROUNDS",
                        "expires", LocalDate.now().plusDays(7).toString()),
                "Cookie",
                session);
        var token = TOKEN.matcher(made.body());
        assertTrue(token.find(), made.body());
        return token.group(1);
    }

    private static int rounds(Node node, String token) throws Exception {
        return node.get("api/rounds", "Authorization", "Bearer " + token).statusCode();
    }
}
