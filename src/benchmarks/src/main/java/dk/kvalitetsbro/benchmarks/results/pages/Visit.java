package dk.kvalitetsbro.benchmarks.results.pages;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * One page opened by somebody.
 *
 * @param cookie of the session
 * @param proof  stands in the answer only if it shows what was asked for
 */
record Visit(URI page, String cookie, String proof) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    HttpRequest request() {
        return HttpRequest.newBuilder(page)
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("Cookie", cookie)
                .build();
    }

    /** @throws IllegalStateException if the answer is anything but the page */
    void check(HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || !answer.body().contains(proof)) {
            throw new IllegalStateException(page + " answered " + answer.statusCode() + " without " + proof);
        }
    }
}
