package dk.kvalitetsbro.e2e;

import dk.kvalitetsbro.launcher.Checkout;
import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import dk.kvalitetsbro.launcher.FreePort;
import dk.kvalitetsbro.launcher.Payara;
import dk.kvalitetsbro.launcher.RunningProduct;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** One of several connectors on the same database, reached directly as the proxy before them would. */
final class Node implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Payara.Settings settings;
    private Payara payara;

    private Node(Payara.Settings settings) throws InterruptedException {
        this.settings = settings;
        payara = started();
    }

    /** @param administrator may sign in although nobody has been imported */
    static Node on(EmbeddedPostgres database, Path folder, String administrator) throws InterruptedException {
        return new Node(new Payara.Settings(
                FreePort.any(),
                Checkout.war(),
                folder.resolve("payara"),
                folder.resolve("log/payara.log"),
                Map.of(
                        "DB_URL",
                        database.jdbcUrl(),
                        "DB_USER",
                        database.user(),
                        "DB_PASSWORD",
                        database.password(),
                        "MOODLE_URL",
                        "http://127.0.0.1:9",
                        "MOODLE_TOKEN",
                        "none",
                        "DEMO_MODE",
                        "true",
                        "BOOTSTRAP_ADMINISTRATOR",
                        administrator,
                        "PUBLIC_URL",
                        "https://kvalitetsbro.example"),
                RunningProduct.QUICK_TO_START));
    }

    private Payara started() throws InterruptedException {
        var starting = Payara.start(settings);
        starting.awaitReady();
        return starting;
    }

    void restart() throws InterruptedException {
        close();
        payara = started();
    }

    /** @param headers names and values by turns */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        var form = new StringBuilder();
        fields.forEach((name, value) -> form.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port() + "/" + path))
                .header("Sec-Fetch-Site", "same-origin");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        payara.close();
    }
}
