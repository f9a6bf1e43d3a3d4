package dk.kvalitetsbro.moodle.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a bulk write that wait, and which of them go together. Once a row has been refused, one row about each of the
 * others goes ahead, and the rows about people that the site has taken follow apart from them: they can hardly be bad, so
 * they may go in large calls.
 */
final class RowPile<R> {
    /** Rows for one call. */
    record Part<R>(List<R> rows, int attempt) {}

    private final BulkFunction<R> function;
    private final Pace pace;
    private final int variableBudget;
    private final Deque<List<R>> toLookAt = new ArrayDeque<>();
    private final Deque<Part<R>> again = new ArrayDeque<>();
    private final Waiting<R> fresh;
    private final Waiting<R> sound;
    private final Set<Long> proven = new HashSet<>();
    private int notLookedAt;

    RowPile(BulkFunction<R> function, Pace pace, int variableBudget) {
        this.function = function;
        this.pace = pace;
        this.variableBudget = variableBudget;
        this.fresh = new Waiting<>(function::subject);
        this.sound = new Waiting<>(function::subject);
    }

    /** Rows whose group is to be read before they are sent. */
    synchronized void look(Collection<List<R>> groups) {
        toLookAt.addAll(groups);
        notLookedAt += sizes(groups);
    }

    private int sizes(Collection<List<R>> groups) {
        return groups.stream().mapToInt(List::size).sum();
    }

    /** Groups to be read in one request; none as long as enough rows for a call wait, so that what was read is fresh. */
    synchronized List<List<R>> toLookAt(int parallel) {
        int ready = fresh.size() + sound.size();
        if (!again.isEmpty() || ready > 0 && ready >= pace.rows(ready + notLookedAt, parallel)) {
            return List.of();
        }
        int count = groupsPerReading();
        var groups = new ArrayList<List<R>>();
        while (groups.size() < count && !toLookAt.isEmpty()) {
            groups.add(toLookAt.remove());
        }
        notLookedAt -= sizes(groups);
        return groups;
    }

    /** How many groups the next request asks about at the most. */
    int groupsPerReading() {
        return Math.min(function.groupsPerRequest(), pace.groups());
    }

    /** Rows to be sent, in calls of a size that is decided when they go. */
    synchronized void add(Collection<R> rows) {
        fresh.add(rows);
    }

    /** Rows to be sent once more, in calls that PHP surely takes whole. */
    synchronized void again(List<R> rows, int attempt) {
        int start = 0;
        while (start < rows.size()) {
            int end = start + fitting(rows.subList(start, rows.size()), Math.min(variableBudget, surelyWhole()));
            again.add(new Part<>(List.copyOf(rows.subList(start, end)), attempt));
            start = end;
        }
    }

    /** What the site took shows which people it knows. */
    synchronized void prove(List<R> rows) {
        rows.forEach(row -> proven.add(function.subject(row)));
    }

    /** A refused call's rows, in parts of which one has the bad row. */
    synchronized void divide(List<R> rows, Duration took) {
        var unproven = rows.stream()
                .filter(row -> !proven.contains(function.subject(row)))
                .toList();
        if (!unproven.isEmpty() && unproven.size() < rows.size()) {
            again.push(new Part<>(unproven, 1));
            again.push(new Part<>(
                    rows.stream()
                            .filter(row -> proven.contains(function.subject(row)))
                            .toList(),
                    1));
            return;
        }
        var suspect = pace.suspect(rows.size(), took);
        int doubt = Pace.doubt(suspect.orElse(0));
        int from = Math.max(0, suspect.orElse(0) - doubt);
        int to = Math.min(rows.size(), suspect.orElse(0) + doubt + 1);
        if (suspect.isEmpty() || 2 * (to - from) > rows.size()) {
            int middle = rows.size() / 2;
            again.push(new Part<>(rows.subList(middle, rows.size()), 1));
            again.push(new Part<>(rows.subList(0, middle), 1));
        } else {
            fresh.add(rows.subList(to, rows.size()));
            again.push(new Part<>(rows.subList(from, to), 1));
            if (from > 0) {
                again.push(new Part<>(rows.subList(0, from), 1));
            }
        }
    }

    /** The rows of the next call, if any wait. */
    synchronized Optional<Part<R>> toSend(int parallel) {
        if (!again.isEmpty()) {
            return Optional.of(again.pop());
        }
        if (pace.anyRefused()) {
            sound.add(fresh.takeAllOf(proven));
        }
        if (sound.size() > 0) {
            return Optional.of(
                    part(sound, sound.ofWholeSubjects(pace.provenRows(sound.size() + fresh.size(), parallel))));
        }
        if (fresh.size() == 0) {
            return Optional.empty();
        }
        int most = pace.rows(fresh.size() + notLookedAt, parallel);
        return Optional.of(part(fresh, pace.anyRefused() ? fresh.oneOfEach(most) : fresh.ofWholeSubjects(most)));
    }

    Params params(List<R> rows) {
        var params = Params.none();
        function.head(rows, params);
        for (int i = 0; i < rows.size(); i++) {
            function.write(rows.get(i), i, params);
        }
        return params;
    }

    private Part<R> part(Waiting<R> waiting, List<R> offered) {
        return new Part<>(waiting.take(offered, fitting(offered, variableBudget)), 1);
    }

    private int surelyWhole() {
        return function.noticesMissingRows() ? variableBudget : BulkWrite.SURELY_TAKEN_WHOLE;
    }

    /** How many of the rows, at least one, go into one call of this many variables. */
    private int fitting(List<R> rows, int variables) {
        var params = Params.none();
        function.head(rows, params);
        int count = 0;
        while (count < rows.size() && count < function.mostRows()) {
            function.write(rows.get(count), count, params);
            if (Transport.variables(params) > variables && count > 0) {
                break;
            }
            count++;
        }
        return count;
    }
}
