package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;

/** One call's whole way: sent, judged, reported, and for reads sent again while the site is unavailable. */
final class Calls implements AutoCloseable {
    private final Transport transport;
    private final ReplyReader replies;
    private final Backoff backoff;
    private final MoodleEvents events;

    Calls(Transport transport, ReplyReader replies, Backoff backoff, MoodleEvents events) {
        this.transport = transport;
        this.replies = replies;
        this.backoff = backoff;
        this.events = events;
    }

    JsonValue read(String function, Params params) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(function, params, Effect.READS);
            } catch (Unavailable e) {
                beforeRepeating(function, attempt, e);
            }
        }
    }

    /** Sent once, whatever happens: only the caller can tell whether repeating it is safe. */
    JsonValue write(String function, Params params) {
        return once(function, params, Effect.WRITES);
    }

    JsonObject embedded(String function, String json) {
        return replies.embedded(function, json);
    }

    /** Waits before the next attempt, or throws the trouble when it is time to give up. */
    void beforeRepeating(String function, int attempt, MoodleException trouble) {
        var pause = backoff.pauseAfter(attempt, trouble);
        if (pause.isEmpty()) {
            throw trouble;
        }
        events.repeating(function, pause.get(), trouble);
        backoff.rest(pause.get(), trouble);
    }

    private JsonValue once(String function, Params params, Effect effect) {
        long started = System.nanoTime();
        try {
            var value = replies.read(function, effect, transport.post(function, params, effect));
            report(function, params, started, Optional.empty());
            return value;
        } catch (MoodleException e) {
            report(function, params, started, Optional.of(e));
            throw e;
        }
    }

    private void report(String function, Params params, long started, Optional<MoodleException> trouble) {
        events.called(function, Transport.variables(params), Duration.ofNanos(System.nanoTime() - started), trouble);
    }

    @Override
    public void close() {
        transport.close();
    }
}
