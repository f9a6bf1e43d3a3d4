package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the groups of calls share: the way to the site, and the few forms in which Moodle answers. */
record Wire(Calls calls, Crew crew, Offers offers, JsonBinding json, int variableBudget, Duration longestCall) {

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
