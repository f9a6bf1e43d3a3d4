package dk.kvalitetsbro.benchmarks.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Browsers that come from the platform: each begins a login, and brings what the platform signs for it. */
final class Launcher {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    static {
        // The server closes a connection after 30 idle seconds, which must not meet a launch on its way.
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    /** What a browser has after the login was begun. */
    record Login(String state, String nonce, String cookie) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final BenchPlatform platform;
    private final List<String> people;
    private int begun;

    /** @param people keys of those who come by turns */
    Launcher(URI root, BenchPlatform platform, List<String> people) {
        this.root = root;
        this.platform = platform;
        this.people = people;
    }

    BenchPlatform platform() {
        return platform;
    }

    /** One after another, from the login to the redirect. */
    void launch(int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            if (!isLetIn(http.send(honest(), BodyHandlers.ofString()))) {
                throw new IllegalStateException("an honest launch was refused");
            }
        }
    }

    /** @return launches whose logins are begun and whose tokens are signed, to be sent within five minutes */
    List<HttpRequest> prepare(int count) throws IOException, InterruptedException {
        List<HttpRequest> launches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            launches.add(honest());
        }
        return launches;
    }

    private HttpRequest honest() throws IOException, InterruptedException {
        Login login = begin();
        return request(login, platform.sign(BenchPlatform.header(), claims(login)));
    }

    /**
     * Sends each at its moment, however long the answers to earlier ones take. One whose connection the server closes at
     * that moment is lost, as a browser may not send a form twice by itself.
     */
    Pace send(List<HttpRequest> launches, int perSecond) {
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        long first = System.nanoTime();
        for (int i = 0; i < launches.size(); i++) {
            long due = first + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            while (System.nanoTime() - due < 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(http.sendAsync(launches.get(i), BodyHandlers.ofString()).handle((answer, lost) -> {
                double millis = (System.nanoTime() - due) / 1e6;
                return lost == null && isLetIn(answer) ? millis : Double.NaN;
            }));
        }
        List<Double> millis = answers.stream().map(CompletableFuture::join).toList();
        return new Pace(millis, (System.nanoTime() - first) / 1e9);
    }

    Login begin() throws IOException, InterruptedException {
        var login = HttpRequest.newBuilder(root.resolve("lti/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of(
                        "iss",
                        BenchPlatform.ISSUER,
                        "client_id",
                        BenchPlatform.CLIENT,
                        "login_hint",
                        "5",
                        "target_link_uri",
                        root.resolve("lti/launch").toString()))))
                .build();
        var answer = http.send(login, BodyHandlers.ofString());
        var location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("no login: " + answer.statusCode()));
        Map<String, String> asked = Arrays.stream(
                        URI.create(location).getQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Login(asked.get("state"), asked.get("nonce"), cookie);
    }

    JsonObject claims(Login login) {
        long now = Instant.now().getEpochSecond();
        String person = people.get(begun++ % people.size());
        return Json.createObjectBuilder()
                .add("nonce", login.nonce())
                .add("iat", now)
                .add("exp", now + 300)
                .add("iss", BenchPlatform.ISSUER)
                .add("aud", BenchPlatform.CLIENT)
                .add(LTI + "deployment_id", BenchPlatform.DEPLOYMENT)
                .add(LTI + "target_link_uri", root.resolve("lti/launch").toString())
                .add("sub", "account of " + person)
                .add(LTI + "lis", Json.createObjectBuilder().add("person_sourcedid", person))
                .add(
                        LTI + "roles",
                        Json.createArrayBuilder().add("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"))
                .add(LTI + "message_type", "LtiResourceLinkRequest")
                .add(LTI + "resource_link", Json.createObjectBuilder().add("id", "1"))
                .add(LTI + "version", "1.3.0")
                .build();
    }

    boolean isLetIn(Login login, String token) throws IOException, InterruptedException {
        return isLetIn(http.send(request(login, token), BodyHandlers.ofString()));
    }

    private HttpRequest request(Login login, String token) {
        return HttpRequest.newBuilder(root.resolve("lti/launch"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", login.cookie())
                .POST(BodyPublishers.ofString(form(Map.of("state", login.state(), "id_token", token))))
                .build();
    }

    private static boolean isLetIn(HttpResponse<String> answer) {
        return answer.statusCode() < 400
                && answer.headers().allValues("Set-Cookie").stream()
                        .anyMatch(cookie -> cookie.matches("(__Host-)?kvalitetsbro=.+"));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
