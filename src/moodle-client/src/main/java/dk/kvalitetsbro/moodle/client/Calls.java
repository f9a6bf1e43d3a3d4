package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One call's whole way: let through by the circuit and the limit, sent, judged, reported, and for reads sent again while
 * the site is unavailable.
 */
final class Calls {
    /** A call costs a site as much as some four rows of three variables, whatever it carries. */
    private static final int WORK_OF_A_CALL = 12;

    private final Transport transport;
    private final ReplyReader replies;
    private final Backoff backoff;
    private final Circuit circuit;
    private final CallLimit limit;
    private final Duration patience;
    private final MoodleEvents events;

    Calls(
            Transport transport,
            ReplyReader replies,
            Backoff backoff,
            Circuit circuit,
            CallLimit limit,
            Duration patience,
            MoodleEvents events) {
        this.transport = transport;
        this.replies = replies;
        this.backoff = backoff;
        this.circuit = circuit;
        this.limit = limit;
        this.patience = patience;
        this.events = events;
    }

    JsonValue read(String function, Params params) {
        return again(function, () -> once(function, params, Effect.READS));
    }

    /** A read that goes to a site that is being left alone, too: for somebody who wants to know whether it is back. */
    JsonValue readAnyway(String function, Params params) {
        return again(
                function,
                () -> sent(function, params, () -> replies.read(function, Effect.READS, post(function, params))));
    }

    /** Sent once, whatever happens: only the caller can tell whether repeating it is safe. */
    JsonValue write(String function, Params params) {
        return once(function, params, Effect.WRITES);
    }

    /** A read, and the server's clock as it answered. */
    Reply raw(String function, Params params) {
        return guarded(function, params, () -> post(function, params));
    }

    /** Hands over the rows of an array as they arrive; asked again only as long as none has been handed over. */
    void readRows(String function, Params params, Consumer<JsonObject> each) {
        var handedOver = new AtomicLong();
        again(function, () -> {
            try {
                guarded(function, params, () -> {
                    transport.stream(
                                    function,
                                    params,
                                    body -> replies.readRows(function, body, row -> {
                                        handedOver.incrementAndGet();
                                        each.accept(row);
                                    }))
                            .ifPresent(refusal -> replies.read(function, Effect.READS, refusal));
                    return JsonValue.NULL;
                });
            } catch (Unavailable e) {
                if (handedOver.get() > 0) {
                    throw new BrokeOff(e);
                }
                throw e;
            }
            return JsonValue.NULL;
        });
    }

    JsonValue embedded(String function, Effect effect, String json) {
        return replies.embedded(function, effect, json);
    }

    /** Waits before the next attempt, or throws the trouble when it is time to give up. */
    void beforeRepeating(String function, int attempt, MoodleException trouble) {
        var pause = Thread.currentThread().isInterrupted()
                ? Optional.<Duration>empty()
                : backoff.pauseAfter(attempt, trouble);
        if (pause.isEmpty()) {
            throw trouble;
        }
        events.repeating(function, pause.get(), trouble);
        backoff.rest(pause.get(), trouble);
    }

    private JsonValue once(String function, Params params, Effect effect) {
        return guarded(
                function, params, () -> replies.read(function, effect, transport.post(function, params, effect)));
    }

    private JsonValue again(String function, Supplier<JsonValue> call) {
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return call.get();
                } catch (Unavailable e) {
                    beforeRepeating(function, attempt, e);
                }
            }
        } catch (BrokeOff e) {
            throw e.trouble;
        }
    }

    private Reply post(String function, Params params) {
        return transport.post(function, params, Effect.READS);
    }

    private <T> T guarded(String function, Params params, Supplier<T> call) {
        circuit.check(function);
        return sent(function, params, call);
    }

    private <T> T sent(String function, Params params, Supplier<T> call) {
        enter(function);
        long started = System.nanoTime();
        try {
            var answer = call.get();
            limit.succeeded(WORK_OF_A_CALL + params.size(), System.nanoTime());
            circuit.answered();
            report(function, params, started, Optional.empty());
            return answer;
        } catch (NotAllowed | Refused e) {
            limit.answered();
            circuit.answered();
            report(function, params, started, Optional.of(e));
            throw e;
        } catch (MoodleException e) {
            limit.failed();
            if (!Thread.currentThread().isInterrupted()) {
                circuit.failed(e);
            }
            report(function, params, started, Optional.of(e));
            throw e;
        } catch (RuntimeException e) {
            limit.answered(); // thrown by whoever takes the rows
            throw e;
        }
    }

    private void enter(String function) {
        try {
            if (!limit.enter(patience)) {
                throw new Unavailable(function + ": too many calls wait for Moodle's answer", null, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(function + ": the caller was interrupted", null, e);
        }
    }

    private void report(String function, Params params, long started, Optional<MoodleException> trouble) {
        events.called(function, Transport.variables(params), Duration.ofNanos(System.nanoTime() - started), trouble);
    }

    /** A stream that ended in its middle: what was handed over can't be taken back, so nothing is asked again. */
    @SuppressWarnings("serial") // never leaves this class
    private static final class BrokeOff extends RuntimeException {
        private final Unavailable trouble;

        BrokeOff(Unavailable trouble) {
            super(trouble);
            this.trouble = trouble;
        }
    }
}
