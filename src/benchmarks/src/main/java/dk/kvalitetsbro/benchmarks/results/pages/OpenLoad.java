package dk.kvalitetsbro.benchmarks.results.pages;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Visits that begin at fixed moments, however long the answers to earlier ones take. A latency counts from the moment at
 * which its visit was due, so that what waits in a queue anywhere counts too.
 */
final class OpenLoad {
    static {
        // The server closes a connection after 30 idle seconds, which must not meet a visit on its way.
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    /** Keeps its connections from one visit to the next. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @throws java.util.concurrent.CompletionException if one answer is not what was asked for */
    Latencies of(Supplier<Visit> visits, int perSecond, int seconds) {
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        for (int visit = 0; visit < seconds * perSecond; visit++) {
            long due = begun + visit * TimeUnit.SECONDS.toNanos(1) / perSecond;
            await(due);
            answers.add(millis(visits.get(), due));
        }
        return new Latencies(answers.stream().map(CompletableFuture::join).toList());
    }

    private static void await(long due) {
        while (System.nanoTime() - due < 0) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private CompletableFuture<Double> millis(Visit visit, long due) {
        return http.sendAsync(visit.request(), BodyHandlers.ofString()).thenApply(answer -> {
            double millis = (System.nanoTime() - due) / 1e6;
            visit.check(answer);
            return millis;
        });
    }
}
