package dk.kvalitetsbro.moodle.client;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each row of a bulk write. The first word about a row stands. */
final class Outcomes<R> {
    private static final Outcome CONFLICT =
            new Outcome.Refused("conflictingrow", "Another row wants something else for the same person and course");

    private final BulkFunction<R> function;
    private final Map<Object, R> wanted = new LinkedHashMap<>();
    private final Map<Object, Outcome> outcomes = new HashMap<>();

    Outcomes(BulkFunction<R> function) {
        this.function = function;
    }

    /** The rows to be sent: of several about the same, the first. */
    synchronized List<R> wanted(Collection<R> rows) {
        rows.forEach(row -> wanted.putIfAbsent(function.key(row), row));
        return List.copyOf(wanted.values());
    }

    /** A row that has an outcome keeps it: trouble later on changes nothing for it. */
    synchronized void settle(Collection<R> rows, Outcome outcome) {
        rows.forEach(row -> outcomes.putIfAbsent(function.key(row), outcome));
    }

    synchronized List<RowResult<R>> results(Collection<R> rows) {
        return rows.stream().map(this::result).toList();
    }

    private RowResult<R> result(R row) {
        var key = function.key(row);
        if (!row.equals(wanted.get(key))) {
            return new RowResult<>(row, CONFLICT);
        }
        var outcome = outcomes.get(key);
        if (outcome == null) {
            throw new IllegalStateException("A row was left without an outcome: " + key);
        }
        return new RowResult<>(row, outcome);
    }
}
