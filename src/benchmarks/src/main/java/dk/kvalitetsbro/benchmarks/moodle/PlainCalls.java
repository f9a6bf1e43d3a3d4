package dk.kvalitetsbro.benchmarks.moodle;

import static java.util.stream.Collectors.joining;

import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.moodle.client.Enrolment;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What the client is measured against: chunks of a fixed size, so many at a time, with nothing checked. */
final class PlainCalls {
    private static final int STUDENT = 5;

    private final EnrolmentSite site;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PlainCalls(EnrolmentSite site) {
        this.site = site;
    }

    /** @return seconds until all rows are enrolled */
    double enrol(List<Enrolment> rows, int chunk, int parallel) throws InterruptedException, ExecutionException {
        List<Callable<Void>> calls = new ArrayList<>();
        for (int start = 0; start < rows.size(); start += chunk) {
            var part = rows.subList(start, Math.min(start + chunk, rows.size()));
            calls.add(() -> send(part));
        }
        var workers = Executors.newFixedThreadPool(parallel);
        try {
            var watch = new Stopwatch();
            for (var call : workers.invokeAll(calls)) {
                call.get();
            }
            return watch.seconds();
        } finally {
            workers.shutdownNow();
        }
    }

    private Void send(List<Enrolment> rows) throws IOException, InterruptedException {
        var body = "wstoken=" + site.token() + "&wsfunction=enrol_manual_enrol_users&moodlewsrestformat=json&"
                + IntStream.range(0, rows.size())
                        .mapToObj(i -> fields(i, rows.get(i)))
                        .collect(joining("&"));
        var request = HttpRequest.newBuilder(java.net.URI.create(site.address() + "/webservice/rest/server.php"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        var reply = http.send(request, BodyHandlers.ofString()).body();
        if (!reply.equals("null")) {
            throw new IOException("Moodle answered " + reply);
        }
        return null;
    }

    private static String fields(int i, Enrolment row) {
        var prefix = "enrolments[" + i + "]";
        return "%s[roleid]=%d&%s[userid]=%d&%s[courseid]=%d"
                .formatted(prefix, STUDENT, prefix, row.userId(), prefix, row.courseId())
                .replace("[", "%5B")
                .replace("]", "%5D");
    }
}
