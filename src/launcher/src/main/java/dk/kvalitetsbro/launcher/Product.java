package dk.kvalitetsbro.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The product as somebody with a browser uses it: its pages over HTTP, signed in as one person. Follows redirects. */
public final class Product {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * All that this one product sets, whether it is meant for https or not: where {@code public.url} is, a proxy ends it
     * before the product, and we ask behind the proxy.
     */
    private static final class Cookies extends CookieHandler {
        private final Map<String, String> kept = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            var all = kept.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(joining("; "));
            return all.isEmpty() ? Map.of() : Map.of("Cookie", List.of(all));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) {
            headers.getOrDefault("Set-Cookie", List.of()).stream()
                    .flatMap(line -> HttpCookie.parse(line).stream())
                    .forEach(cookie -> kept.put(cookie.getName(), cookie.getValue()));
        }
    }

    private final URI root;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** @param root of the pages, ending in a slash */
    public Product(URI root) {
        this.root = root;
    }

    public void signIn(UUID person) throws InterruptedException {
        post("log-ind", Map.of("person", person.toString()));
    }

    /**
     * Reads a page.
     *
     * @throws CannotStart if the product does not show it
     */
    public Document get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    /** Sends a form and reads the page that comes after. */
    public Document post(String path, Map<String, String> fields) throws InterruptedException {
        return submit(path, List.copyOf(fields.entrySet()));
    }

    /** Sends a form whose fields may occur more than once. */
    public Document submit(String path, List<Map.Entry<String, String>> fields) throws InterruptedException {
        var form = fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends a form with a file in its field {@code file} and reads the page that comes after. */
    public Document upload(String path, Map<String, String> fields, Path file) throws InterruptedException {
        var boundary = "kvalitetsbro-" + UUID.randomUUID();
        try {
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(multipart(boundary, fields, file)));
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " can't be read.", e);
        }
    }

    /** Reads something that is not a page. */
    public String text(String path) throws InterruptedException {
        return answer(request(path).setHeader("Accept", "*/*").GET().build()).body();
    }

    private static BodyPublisher multipart(String boundary, Map<String, String> fields, Path file) throws IOException {
        var start = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
        var before = fields.entrySet().stream()
                .map(field -> start + '"' + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(joining());
        var header = start + "\"file\"; filename=\"" + file.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofString(before + header),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("Origin", root.getScheme() + "://" + root.getAuthority());
    }

    private Document send(HttpRequest.Builder builder) throws InterruptedException {
        var response = answer(builder.build());
        return Jsoup.parse(response.body(), response.uri().toString());
    }

    private HttpResponse<String> answer(HttpRequest request) throws InterruptedException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CannotStart(
                        "The product answered " + response.request().method() + " " + response.uri() + " with "
                                + response.statusCode() + ": " + message(Jsoup.parse(response.body())));
            }
            return response;
        } catch (IOException e) {
            throw new CannotStart("The product did not answer " + request.method() + " " + request.uri() + ".", e);
        }
    }

    private static String message(Document page) {
        var main = page.selectFirst("main");
        return main == null ? page.text() : main.text();
    }
}
