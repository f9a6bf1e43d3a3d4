package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What the groups of calls share: the way to the site, and the few forms in which Moodle answers. */
record Wire(Calls calls, Crew crew, Offers offers, JsonBinding json, int variableBudget, Duration longestCall) {
    private static final Duration LONGEST_BULK_CALL = Duration.ofSeconds(2);

    static Wire over(Transport transport, MoodleClient.Builder settings, ExecutorService threads) {
        var limit = new CallLimit(settings.parallelCalls, settings.events);
        var calls = new Calls(
                transport,
                new ReplyReader(settings.clock),
                new Backoff(
                        settings.attempts,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(10),
                        settings.pause,
                        RandomGenerator.getDefault()),
                new Circuit(settings.clock, settings.events),
                limit,
                settings.replyTimeout,
                settings.events);
        var quarter = settings.replyTimeout.dividedBy(4);
        return new Wire(
                calls,
                new Crew(threads, limit),
                new Offers(calls, settings.clock),
                new JsonBinding(),
                settings.variableBudget,
                quarter.compareTo(LONGEST_BULK_CALL) < 0 ? quarter : LONGEST_BULK_CALL);
    }

    /** The rows of a function that returns a list. */
    <T> List<T> list(String function, Params params, Function<Fields, T> row) {
        return Fields.list(function, calls.read(function, params), row);
    }

    Fields object(String function, Params params) {
        return Fields.of(function, calls.read(function, params));
    }

    /** The first row of what a creating function returns. */
    Fields created(String function, Params params) {
        return Fields.rows(function, calls.write(function, params))
                .findFirst()
                .orElseThrow(() -> Effect.WRITES.lostReply(function + ": Moodle named nothing it created", null));
    }

    Fields write(String function, Params params) {
        return Fields.of(function, calls.write(function, params));
    }

    /** For a function that answers true or false. */
    boolean told(String function, Params params) {
        return calls.write(function, params) == JsonValue.TRUE;
    }

    /**
     * Writes the rows by a function that may depend on what the site offers; where the site does not even tell that, no
     * row was sent and each is unknown.
     */
    <R> List<RowResult<R>> bulk(Collection<R> rows, Supplier<BulkFunction<R>> function) {
        var all = List.copyOf(rows);
        if (all.isEmpty()) {
            return List.of();
        }
        BulkFunction<R> chosen;
        try {
            chosen = function.get();
        } catch (MoodleException e) {
            return all.stream()
                    .map(row -> new RowResult<>(row, new Outcome.Unknown(e)))
                    .toList();
        }
        return new BulkWrite<>(calls, crew, chosen, variableBudget, longestCall).write(all);
    }

    Together together() {
        return new Together(calls, crew, offers.has(Together.NAME));
    }
}
