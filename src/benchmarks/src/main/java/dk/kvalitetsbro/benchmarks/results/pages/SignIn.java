package dk.kvalitetsbro.benchmarks.results.pages;

import dk.kvalitetsbro.launcher.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Begins a session, as the sign-in page does. */
final class SignIn {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SignIn() {}

    /** @return the session's cookie, as a browser sends it */
    static String cookie(URI root, UUID person) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("log-ind"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", root.getScheme() + "://" + root.getAuthority())
                .POST(BodyPublishers.ofString("person=" + person))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Set-Cookie")
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .orElseThrow(() -> new IllegalStateException(person + " could not sign in"));
        } catch (IOException e) {
            throw new CannotStart("The product did not answer the sign-in.", e);
        }
    }
}
