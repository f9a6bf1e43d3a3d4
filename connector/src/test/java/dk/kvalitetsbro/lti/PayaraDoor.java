package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.web.Database;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way in over HTTP: a browser that a platform of the test sends. */
final class PayaraDoor implements Forgery.Scene {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestPlatform platform;
    private final URI root;
    private String person = "maja";
    private String account = "maja's account";

    PayaraDoor(TestPlatform platform, URL application) {
        this.platform = platform;
        this.root = URI.create(application.toString().replaceFirst("/*$", "/app/"));
    }

    void open() {
        var platforms = new Platforms(Database.configured(TwoHouses.jdbi()), Clock.systemUTC());
        Map.of(
                        TestPlatform.CLIENT, Platform.State.ACTIVE,
                        Forgery.CLIENT_OF_DISABLED, Platform.State.DISABLED,
                        Forgery.CLIENT_OF_WAITING, Platform.State.WAITING)
                .forEach((client, state) -> platforms.addDeployment(
                        platforms.register(platform.registration(client), state).id(), TestPlatform.DEPLOYMENT));
    }

    /** From now on somebody comes with their own account. */
    PayaraDoor as(String idnumber) {
        return as(idnumber, idnumber + "'s account");
    }

    PayaraDoor as(String idnumber, String subject) {
        person = idnumber;
        account = subject;
        return this;
    }

    HttpResponse<String> send(Forgery.Attempt attempt) throws IOException, InterruptedException {
        return send(attempt, "Origin", platform.issuer());
    }

    /** @param headers names and values by turns */
    HttpResponse<String> send(Forgery.Attempt attempt, String... headers) throws IOException, InterruptedException {
        String body = attempt.fields().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(attempt.path()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        attempt.cookie().ifPresent(cookie -> request.header("Cookie", named(attempt, cookie)));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @param headers names and values by turns */
    HttpResponse<String> get(String path, String cookie, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).header("Cookie", cookie);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A forger's browser can bring any cookie under any name. */
    private static String named(Forgery.Attempt attempt, String cookie) {
        String state = attempt.fields().stream()
                .filter(field -> field.getKey().equals("state"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("none");
        return "kvalitetsbro-lti-" + state.substring(0, Math.min(8, state.length())) + "=" + cookie;
    }

    static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    static Optional<String> session(HttpResponse<?> answer) {
        return cookies(answer).stream()
                .map(cookie -> cookie.split(";")[0])
                .filter(cookie -> cookie.matches("kvalitetsbro=.+"))
                .findFirst();
    }

    @Override
    public TestPlatform platform() {
        return platform;
    }

    @Override
    public Forgery.Begun begun() {
        try {
            HttpResponse<String> answer = send(login());
            String question = answer.headers().firstValue("Location").orElseThrow();
            Map<String, String> asked = Arrays.stream(
                            URI.create(question).getRawQuery().split("&"))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(field -> field[0], field -> field[1]));
            return new Forgery.Begun(
                    Optional.ofNullable(asked.get("state")).orElseThrow(),
                    Optional.ofNullable(asked.get("nonce")).orElseThrow(),
                    cookies(answer).get(0).split(";")[0].replaceFirst("^[^=]*=", ""));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, Object> claims(Forgery.Begun login) {
        Map<String, Object> claims =
                TestPlatform.claims("id_token_51_u00001", login.nonce(), platform.issuer(), root + "lti/launch", now());
        claims.put("sub", account);
        claims.put(Claims.LTI + "lis", Map.of("person_sourcedid", person));
        return claims;
    }

    @Override
    public URI root() {
        return root;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void use(Forgery.Begun login) {
        try {
            send(answer(login, platform.sign(claims(login))));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
