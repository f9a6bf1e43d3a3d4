package dk.kvalitetsbro.moodle.fake;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** One way in which a call goes wrong. */
public sealed interface Fault {
    /** Something else answers, and the function never runs. */
    record Answer(int status, String contentType, Map<String, String> headers, String body) implements Fault {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** The connection is cut before the function runs. */
    record CutBefore() implements Fault {}

    /** The function runs and its changes stay, but the connection is cut before the caller hears of it. */
    record CutAfter() implements Fault {}

    /** The function runs and its changes stay, but a page like a proxy's comes back instead of its reply. */
    record PageAfter(int status) implements Fault {}

    /** The function runs, and half of its JSON arrives. */
    record HalfReply() implements Fault {}

    /** The function runs at once, and its reply arrives this much later. */
    record Slow(Duration delay) implements Fault {}

    /** The function runs at once; then nothing is heard for this long, and the connection is cut. */
    record Hang(Duration silence) implements Fault {}

    /** Nothing is heard for this long, and the connection is cut; the function never runs. */
    record HangBefore(Duration silence) implements Fault {}

    /** The function runs this much later, perhaps when the caller has given the call up, and then its reply leaves. */
    record Late(Duration delay) implements Fault {}

    /** The call waits, before anything else, until the gate opens; then all goes well. */
    record Wait(CountDownLatch gate) implements Fault {}

    /** An exception the way Moodle reports most of them: with status 200. */
    static Fault exception(String exception, String errorCode, String message) {
        var json = Replies.object()
                .add("exception", exception)
                .add("errorcode", errorCode)
                .add("message", message)
                .build();
        return new Answer(200, "application/json", Map.of(), json.toString());
    }

    /** What a token gets that the administrator has deleted. */
    static Fault tokenLost() {
        return exception("core\\exception\\moodle_exception", "invalidtoken", "Invalid token - token not found");
    }

    /** What one of several callers gets who write the same new row at the same moment. */
    static Fault writeConflict() {
        return exception("dml_write_exception", "dmlwriteexception", "Error writing to database");
    }

    /** The page of a site in maintenance, or of whatever stands in front of it. */
    static Fault unavailable(Duration retryAfter) {
        return new Answer(
                503,
                "text/html; charset=utf-8",
                Map.of("Retry-After", Long.toString(retryAfter.toSeconds())),
                "<html>down</html>\n");
    }

    /** An HTML page with this status, as a proxy makes them. */
    static Fault html(int status) {
        return new Answer(status, "text/html; charset=utf-8", Map.of(), page(status));
    }

    /** What a proxy writes on its pages. */
    static String page(int status) {
        return "<html>" + status + "</html>\n";
    }
}
