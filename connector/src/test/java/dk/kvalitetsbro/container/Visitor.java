package dk.kvalitetsbro.container;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody at the deployed pages with a browser of their own, which keeps cookies and follows no redirect by itself. */
public final class Visitor {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private Optional<String> session = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Optional<String> accept = Optional.empty();

    private Visitor(URI base) {
        this.base = base;
    }

    public static Visitor at(URL application) {
        return new Visitor(URI.create(application.toString().replaceFirst("/*$", "/")));
    }

    public Visitor signedInAs(String person) throws IOException, InterruptedException {
        session = cookie(post("app/log-ind", "person", person), "kvalitetsbro");
        return this;
    }

    /** @param cookie the session's, as {@code name=value}, or an empty text for none */
    public Visitor carrying(String cookie) {
        session = Optional.of(cookie).filter(some -> !some.isEmpty());
        return this;
    }

    /** From now on, what this visitor's browser says it can read. */
    public Visitor accepting(String types) {
        accept = Optional.of(types);
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** @param fields names and values by turns */
    public HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        return send(form(path, fields));
    }

    /** As {@link #post}, from the page that the form stands on. */
    public HttpResponse<String> postFrom(String page, String path, String... fields)
            throws IOException, InterruptedException {
        return send(form(path, fields).header("Referer", base.resolve(page).toString()));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Origin", base.getScheme() + "://" + base.getAuthority());
        accept.ifPresent(types -> request.header("Accept", types));
        List<String> cookies = new ArrayList<>();
        session.ifPresent(cookies::add);
        language.ifPresent(cookies::add);
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies));
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        cookie(answer, "sprog").ifPresent(chosen -> language = Optional.of(chosen));
        return answer;
    }

    /** @return the cookie of the session, as a request has it */
    public String session() {
        return session.orElseThrow();
    }

    private HttpRequest.Builder form(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst();
    }
}
