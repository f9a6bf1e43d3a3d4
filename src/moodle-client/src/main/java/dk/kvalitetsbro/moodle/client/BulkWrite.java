package dk.kvalitetsbro.moodle.client;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.moodle.client.BulkFunction.Key;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes any number of rows so that each ends with a true outcome.
 *
 * <p>Course by course: rows that are already so are left alone; the others go in calls that stay below the variable
 * budget. Moodle rolls a call back for one bad row, so a refused call is halved until the bad row stands alone. After a
 * reply that proves nothing, or a call so large that PHP may have cut it, Moodle is read and only what is missing goes
 * again. A write is for one use.
 */
final class BulkWrite<R> {
    /** PHP's own default for max_input_vars is 1000; a call above this may have been cut without a word. */
    private static final int SURELY_TAKEN_WHOLE = 900;

    private final Calls calls;
    private final BulkFunction<R> function;
    private final int variableBudget;
    private final Map<Key, Outcome> outcomes = new HashMap<>();

    BulkWrite(Calls calls, BulkFunction<R> function, int variableBudget) {
        this.calls = calls;
        this.function = function;
        this.variableBudget = variableBudget;
    }

    /** One result for each row, in the order given. Trouble of the whole site leaves the rest unknown. */
    List<RowResult<R>> write(Collection<R> rows) {
        var wanted = new LinkedHashMap<Key, R>();
        rows.forEach(row -> wanted.putIfAbsent(function.key(row), row));
        try {
            wanted.values().stream()
                    .collect(groupingBy(row -> function.key(row).courseId(), LinkedHashMap::new, toList()))
                    .forEach(this::writeCourse);
        } catch (MoodleException e) {
            settle(wanted.values(), new Outcome.Unknown(e));
        }
        return rows.stream().map(row -> result(row, wanted)).toList();
    }

    private void writeCourse(long courseId, List<R> rows) {
        try {
            var missing = settleAlreadySo(courseId, rows, new Outcome.AlreadySo());
            sendAll(courseId, missing, variableBudget, 1);
        } catch (Refused e) {
            settle(rows, new Outcome.Refused(e.errorCode(), e.reason()));
        } catch (NotAllowed e) {
            if (e.obstacle().siteWide()) {
                throw e;
            }
            settle(rows, new Outcome.Refused(e.errorCode(), e.obstacle().remedy(Locale.ENGLISH)));
        }
    }

    private void sendAll(long courseId, List<R> rows, int budget, int attempt) {
        for (var call : inCalls(rows, budget)) {
            send(courseId, call, attempt);
        }
    }

    private void send(long courseId, List<R> rows, int attempt) {
        var params = params(rows);
        try {
            calls.write(function.name(), params);
        } catch (Refused e) {
            isolate(courseId, rows, e);
            return;
        } catch (Unclear | Unavailable e) {
            calls.beforeRepeating(function.name(), attempt, e);
            sendMissing(courseId, rows, attempt + 1);
            return;
        }
        if (Transport.variables(params) > SURELY_TAKEN_WHOLE) {
            sendMissing(courseId, rows, attempt);
        } else {
            settle(rows, new Outcome.Done());
        }
    }

    private void isolate(long courseId, List<R> rows, Refused refusal) {
        if (rows.size() == 1) {
            settle(rows, new Outcome.Refused(refusal.errorCode(), refusal.reason()));
            return;
        }
        int middle = rows.size() / 2;
        send(courseId, rows.subList(0, middle), 1);
        send(courseId, rows.subList(middle, rows.size()), 1);
    }

    private void sendMissing(long courseId, List<R> rows, int attempt) {
        var missing = settleAlreadySo(courseId, rows, new Outcome.Done());
        sendAll(courseId, missing, Math.min(variableBudget, SURELY_TAKEN_WHOLE), attempt);
    }

    /** Reads Moodle, settles the rows that are as wanted and returns the others. */
    private List<R> settleAlreadySo(long courseId, List<R> rows, Outcome outcome) {
        var alreadySo = function.alreadySo(courseId);
        settle(rows.stream().filter(alreadySo).toList(), outcome);
        return rows.stream().filter(alreadySo.negate()).toList();
    }

    private List<List<R>> inCalls(List<R> rows, int budget) {
        var parts = new ArrayList<List<R>>();
        int start = 0;
        var size = Params.none();
        for (int i = 0; i < rows.size(); i++) {
            function.write(rows.get(i), i, size);
            if (Transport.variables(size) > budget && i > start) {
                parts.add(rows.subList(start, i));
                start = i;
                size = Params.none();
                function.write(rows.get(i), i, size);
            }
        }
        if (start < rows.size()) {
            parts.add(rows.subList(start, rows.size()));
        }
        return parts;
    }

    private Params params(List<R> rows) {
        var params = Params.none();
        for (int i = 0; i < rows.size(); i++) {
            function.write(rows.get(i), i, params);
        }
        return params;
    }

    /** A row that has an outcome keeps it: trouble later on changes nothing for it. */
    private void settle(Collection<R> rows, Outcome outcome) {
        rows.forEach(row -> outcomes.putIfAbsent(function.key(row), outcome));
    }

    private RowResult<R> result(R row, Map<Key, R> wanted) {
        var key = function.key(row);
        if (!row.equals(wanted.get(key))) {
            return new RowResult<>(
                    row,
                    new Outcome.Refused(
                            "conflictingrow", "Another row wants something else for the same person and course"));
        }
        var outcome = outcomes.get(key);
        if (outcome == null) {
            throw new IllegalStateException("A row was left without an outcome: " + key);
        }
        return new RowResult<>(row, outcome);
    }
}
