package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dk.kvalitetsbro.container.Installation;
import dk.kvalitetsbro.container.RawRequest;
import dk.kvalitetsbro.container.RawRequest.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product behind a proxy at an HTTPS address, with secrets in files, low limits, and a log that tells all it can. */
class InstalledIT {
    private static final String PUBLIC = "https://kvalitetsbro.example.dk";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN = "b1946ac92492d2347c6235b4d2611184";
    private static final String EVENTS_SECRET = "a-secret-of-at-least-32-characters-x";
    private static final String METRICS_TOKEN = "only-prometheus-knows-this";
    private static final BlockingQueue<String> ASKED_OF_MOODLE = new LinkedBlockingQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer moodle;

    @SuppressWarnings("NullAway.Init")
    private static Installation product;

    @BeforeAll
    static void installed() throws Exception {
        moodle = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        moodle.createContext("/", exchange -> {
            ASKED_OF_MOODLE.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        moodle.start();
        product = Installation.start(
                folder,
                Map.of(
                        "PUBLIC_URL", PUBLIC,
                        "PROXY_TRUSTED", "127.0.0.1",
                        "LIMITS_SIGN_IN", "5",
                        "LIMITS_API", "5",
                        "HTTP_BODY_GRACE_SECONDS", "1",
                        "HTTP_BODY_BYTES_PER_SECOND", "1000000",
                        "MOODLE_URL", "http://127.0.0.1:" + moodle.getAddress().getPort()),
                Map.of("MOODLE_TOKEN", TOKEN, "MOODLE_EVENTS_SECRET", EVENTS_SECRET, "METRICS_TOKEN", METRICS_TOKEN));
    }

    @AfterAll
    static void away() {
        product.close();
        moodle.stop(0);
    }

    @Test
    void browsers_are_told_to_use_https_only() throws Exception {
        assertEquals(
                "max-age=15552000",
                from("198.51.100.1", "GET /app/log-ind")
                        .send("")
                        .header("Strict-Transport-Security")
                        .orElse(""));
        assertEquals(
                "max-age=15552000",
                from("198.51.100.1", "GET /none")
                        .send("")
                        .header("Strict-Transport-Security")
                        .orElse(""));
    }

    @Test
    void a_form_comes_from_the_public_address_or_from_the_machine_itself() throws Exception {
        String own = "http://127.0.0.1:" + product.port();
        String rebound = "elsewhere.example:" + product.port();

        assertEquals(303, posted(own.substring(7), PUBLIC));
        assertEquals(303, posted("kvalitetsbro.example.dk", PUBLIC));
        assertEquals(303, posted(own.substring(7), own));
        assertEquals(403, posted("kvalitetsbro.example.dk", "http://kvalitetsbro.example.dk"));
        assertEquals(403, posted("kvalitetsbro.example.dk", PUBLIC + ":8443"));
        assertEquals(403, posted(rebound, "http://" + rebound), "a name that somebody lets point here is not ours");
    }

    private static int posted(String host, String origin) throws IOException {
        return RawRequest.bare(product.port(), "POST /app/sprog HTTP/1.1")
                .header("Host", host)
                .header("Origin", origin)
                .header("Content-Type", FORM)
                .header("Content-Length", "8")
                .send("sprog=da")
                .status();
    }

    @Test
    void in_a_frame_of_a_platforms_the_proof_of_a_login_counts_below_that_page_alone() throws Exception {
        product.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                """
                        insert into lti.platform
                               (issuer, client_id, name, auth_endpoint, token_endpoint, jwks_uri, state, registered)
                        values ('https://moodle.invalid', 'c1', 'Moodle', 'https://moodle.invalid/auth',
                                'https://moodle.invalid/token', 'https://moodle.invalid/keys', 'ACTIVE', now())"""));

        String inFrame = cookieOfLogin("iframe");
        assertTrue(inFrame.startsWith("__Host-kvalitetsbro-lti-"), inFrame);
        for (String promise : List.of("Secure", "HttpOnly", "SameSite=None", "Partitioned")) {
            assertTrue(inFrame.contains(";" + promise), inFrame);
        }
        String inWindow = cookieOfLogin("document");
        assertTrue(inWindow.contains(";SameSite=None"), inWindow);
        assertFalse(inWindow.contains("Partitioned"), inWindow);
    }

    private static String cookieOfLogin(String place) throws IOException {
        String login = "iss=https://moodle.invalid&login_hint=1&her=1&target_link_uri=" + PUBLIC + "/app/mine-forloeb";
        return from("198.51.100.8", "POST /app/lti/login")
                .header("Sec-Fetch-Dest", place)
                .header("Content-Type", FORM)
                .header("Content-Length", String.valueOf(login.length()))
                .send(login)
                .header("Set-Cookie")
                .orElseThrow();
    }

    @Test
    void whoever_fails_too_often_has_to_wait_and_the_log_is_told_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals(404, signIn("198.51.100.2").status());
        }
        Answer slowedDown = signIn("198.51.100.2");
        assertEquals(429, slowedDown.status(), slowedDown.head());
        assertTrue(Integer.parseInt(slowedDown.header("Retry-After").orElseThrow()) <= 12, slowedDown.head());
        assertTrue(slowedDown.body().contains("Der er kommet for mange forsøg på kort tid."), slowedDown.body());
        signIn("198.51.100.2");

        assertEquals(404, signIn("198.51.100.3").status(), "another client of the same proxy");
        assertEquals(429, signIn("203.0.113.66, 198.51.100.2").status(), "what the client itself wrote");
        assertEquals(List.of("198.51.100.2 sign-in"), product.jdbi().withHandle(handle -> handle.createQuery(
                        "select subject || ' ' || detail from access.audit where action = 'access.limited'"
                                + " and detail = 'sign-in'")
                .mapTo(String.class)
                .list()));
    }

    private static Answer signIn(String client) throws IOException {
        return from(client, "POST /app/log-ind")
                .header("Accept", "text/html")
                .header("Content-Type", FORM)
                .header("Content-Length", "11")
                .send("person=anne");
    }

    @Test
    void programs_are_told_to_wait_as_a_problem() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals(401, from("198.51.100.4", "GET /api/rounds").send("").status());
        }
        Answer slowedDown = from("198.51.100.4", "GET /api/rounds").send("");
        assertEquals(429, slowedDown.status(), slowedDown.head());
        assertTrue(slowedDown.body().contains("urn:kvalitetsbro:problem:too-many"), slowedDown.body());
        assertTrue(slowedDown.header("Retry-After").isPresent(), slowedDown.head());
    }

    @Test
    void figures_of_the_server_are_for_who_knows_the_token() throws Exception {
        for (String path : List.of("/metrics", "/metrics/base", "/metrics/")) {
            for (String wrong : List.of("", "Bearer", "Bearer x", "bearer " + METRICS_TOKEN, METRICS_TOKEN)) {
                Answer refused = from("198.51.100.5", "GET " + path)
                        .header("Authorization", wrong)
                        .send("");
                assertEquals(401, refused.status(), path + " " + wrong);
                assertEquals("Bearer", refused.header("WWW-Authenticate").orElse(""));
            }
        }
        Answer figures = from("198.51.100.5", "GET /metrics")
                .header("Authorization", "Bearer " + METRICS_TOKEN)
                .send("");
        assertEquals(200, figures.status());
        assertTrue(figures.body().contains("# TYPE"), figures.body());
    }

    @Test
    void whoever_dribbles_a_form_is_not_waited_for() throws Exception {
        try (Socket socket = halfSent()) {
            socket.setSoTimeout(200);
            int status = 0;
            for (int sent = 0; status == 0 && sent < 500; sent++) {
                socket.getOutputStream().write('a');
                status = statusWithin(socket);
            }
            assertEquals(408, status);
        }
    }

    @Test
    void whoever_stops_sending_is_told_that_it_took_too_long() throws Exception {
        try (Socket socket = halfSent()) {
            socket.setSoTimeout(60_000);
            assertEquals(408, statusWithin(socket));
        }
        assertFalse(product.logged().contains("SEVERE dk.kvalitetsbro"), "that is no error of ours");
    }

    private static Socket halfSent() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), product.port());
        socket.getOutputStream()
                .write(("POST /app/sprog HTTP/1.1\r\nHost: 127.0.0.1:" + product.port() + "\r\nOrigin: " + PUBLIC
                                + "\r\nContent-Type: " + FORM + "\r\nContent-Length: 5000\r\n\r\nsprog=")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** @return 0 as long as there is no answer */
    private static int statusWithin(Socket socket) throws IOException {
        byte[] line = new byte["HTTP/1.1 408".length()];
        try {
            int came = socket.getInputStream().readNBytes(line, 0, line.length);
            return came < line.length
                    ? -1
                    : Integer.parseInt(new String(line, StandardCharsets.US_ASCII).split(" ")[1]);
        } catch (SocketTimeoutException nothingYet) {
            return 0;
        }
    }

    @Test
    void nothing_that_is_sent_becomes_a_line_of_the_log() throws Exception {
        String line = "%0d%0aFORGED 2026-01-01 SEVERE made up";
        for (String path : List.of(
                "/app/" + line,
                "/app/log-ind?x=" + line,
                "/api/" + line,
                "/assets/" + line,
                "/app/dagtilbud/" + line)) {
            from("198.51.100.6", "GET " + path.replace(" ", "%20")).send("");
        }
        String body = "sprog=da&til=" + line.replace(" ", "+");
        from("198.51.100.6", "POST /app/sprog")
                .header("Content-Type", FORM)
                .header("Content-Length", String.valueOf(body.length()))
                .header("User-Agent", "x\rFORGED y")
                .header("X-Forwarded-Proto", "FORGED")
                .send(body);

        assertEquals(
                List.of(),
                product.logged()
                        .lines()
                        .filter(told -> told.startsWith("FORGED"))
                        .toList());
    }

    @Test
    void no_secret_is_told_to_the_log_or_on_a_page_or_stands_in_an_address() throws Exception {
        product.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into moodle.reading (subject, succeeded) values ('COURSES', '2019-01-01')"));
        String asked = ASKED_OF_MOODLE.poll(2, TimeUnit.MINUTES);
        assertTrue(asked != null, "Moodle was asked with the token from the file");
        Answer believed = from("198.51.100.7", "POST /api/moodle/events")
                .header("Content-Type", "application/json")
                .header("Content-Length", "2")
                .header("X-Kvalitetsbro-Timestamp", "1")
                .header("X-Kvalitetsbro-Signature", "00")
                .send("{}");
        assertEquals(403, believed.status(), "the secret from the file is there: without one it would be 503");

        String log = product.logged();
        assertTrue(log.contains(" FINEST "), "the log tells all it can");
        Stream.concat(Stream.of(log, believed.body(), asked), ASKED_OF_MOODLE.stream())
                .forEach(text -> {
                    for (String secret : List.of(TOKEN, EVENTS_SECRET, METRICS_TOKEN, product.password())) {
                        assertFalse(text.contains(secret), () -> around(text, secret));
                    }
                });
    }

    private static String around(String text, String secret) {
        int at = text.indexOf(secret);
        return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
    }

    private static RawRequest from(String client, String line) {
        return RawRequest.bare(product.port(), line + " HTTP/1.1")
                .header("Host", "kvalitetsbro.example.dk")
                .header("Origin", PUBLIC)
                .header("Connection", "close")
                .header("X-Forwarded-For", client);
    }
}
