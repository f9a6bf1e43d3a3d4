package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes any number of rows so that each ends with a true outcome.
 *
 * <p>Rows that are already so are left alone; the others go in calls that stay below the variable budget and within a
 * time that the site keeps well. Moodle rolls a call back for one bad row, so a refused call is divided until the bad
 * row stands alone. After a reply that proves nothing, or a call so large that PHP may have cut it, Moodle is read and
 * only what is missing goes again. A write is for one use.
 */
final class BulkWrite<R> {
    /** PHP's own default for max_input_vars is 1000; a call above this may have been cut without a word. */
    static final int SURELY_TAKEN_WHOLE = 900;

    private final Calls calls;
    private final Crew crew;
    private final BulkFunction<R> function;
    private final Pace pace;
    private final RowPile<R> pile;
    private final Outcomes<R> outcomes;

    BulkWrite(Calls calls, Crew crew, BulkFunction<R> function, int variableBudget, Duration longestCall) {
        this.calls = calls;
        this.crew = crew;
        this.function = function;
        this.pace = new Pace(longestCall);
        this.pile = new RowPile<>(function, pace, variableBudget);
        this.outcomes = new Outcomes<>(function);
    }

    /** One result for each row, in the order given. Trouble of the whole site leaves the rest unknown. */
    List<RowResult<R>> write(Collection<R> rows) {
        var wanted = outcomes.wanted(rows);
        if (function.looksFirst()) {
            pile.look(byGroup(wanted));
        } else {
            pile.add(wanted);
        }
        try {
            crew.workOff(this::next);
        } catch (MoodleException e) {
            outcomes.settle(wanted, new Outcome.Unknown(e));
        }
        return outcomes.results(rows);
    }

    private Optional<Runnable> next() {
        var groups = pile.toLookAt(crew.size());
        return groups.isEmpty()
                ? pile.toSend(crew.size()).map(part -> () -> send(part))
                : Optional.of(() -> lookFirst(groups));
    }

    private void lookFirst(List<List<R>> groups) {
        pile.look(look(groups, function.before(), pile::add));
    }

    /**
     * Reads how the first of these groups stand and settles their rows that are as wanted.
     *
     * @param missing takes the other rows
     * @return the groups that no answer came for
     */
    private List<List<R>> look(List<List<R>> groups, Outcome outcome, Consumer<List<R>> missing) {
        var asked = groups.subList(0, Math.min(groups.size(), pile.groupsPerReading()));
        long started = System.nanoTime();
        var answers = function.alreadySo(
                asked.stream().map(rows -> function.group(rows.get(0))).toList());
        pace.looked(answers.size(), since(started));
        for (int i = 0; i < answers.size(); i++) {
            var rows = groups.get(i);
            try {
                var alreadySo = answers.get(i).orThrow();
                outcomes.settle(rows.stream().filter(alreadySo).toList(), outcome);
                missing.accept(rows.stream().filter(alreadySo.negate()).toList());
            } catch (Refused e) {
                outcomes.settle(rows, Outcome.of(e));
            } catch (NotAllowed e) {
                notAllowed(rows, e);
            }
        }
        return groups.subList(answers.size(), groups.size());
    }

    private void send(RowPile.Part<R> part) {
        var rows = part.rows();
        var params = pile.params(rows);
        long started = System.nanoTime();
        try {
            var told = function.outcomes(rows, calls.write(function.name(), params));
            pace.accepted(rows.size(), since(started));
            accept(part, told, Transport.variables(params));
        } catch (Refused e) {
            divide(rows, e, since(started));
        } catch (NotAllowed e) {
            notAllowed(rows, e);
        } catch (Unclear e) {
            pace.lost(rows.size());
            if (function.repeatable()) {
                sendMissing(part, e);
            } else {
                outcomes.settle(rows, new Outcome.Unknown(e));
            }
        } catch (Unavailable e) {
            sendMissing(part, e);
        }
    }

    private void accept(RowPile.Part<R> part, List<Optional<Outcome>> told, int variables) {
        if (variables > SURELY_TAKEN_WHOLE && !function.noticesMissingRows()) {
            lookAgain(part.rows(), part.attempt());
            return;
        }
        var left = new ArrayList<R>();
        for (int i = 0; i < part.rows().size(); i++) {
            var row = part.rows().get(i);
            told.get(i).ifPresentOrElse(outcome -> outcomes.settle(List.of(row), outcome), () -> left.add(row));
        }
        pile.prove(part.rows());
        pile.again(left, part.attempt());
    }

    private void sendMissing(RowPile.Part<R> part, MoodleException trouble) {
        calls.beforeRepeating(function.name(), part.attempt(), trouble);
        lookAgain(part.rows(), part.attempt() + 1);
    }

    private void lookAgain(List<R> rows, int attempt) {
        if (function.looksFirst()) {
            var missing = new ArrayList<R>();
            var left = byGroup(rows);
            while (!left.isEmpty()) {
                left = look(left, new Outcome.Done(), missing::addAll);
            }
            pile.again(missing, attempt);
        } else {
            pile.again(rows, attempt);
        }
    }

    /** A right that is missing for one row of a group is missing for all of them. */
    private void notAllowed(List<R> rows, NotAllowed trouble) {
        if (trouble.obstacle().siteWide()) {
            throw trouble;
        }
        var groups = byGroup(rows);
        if (groups.size() == 1) {
            outcomes.settle(rows, Outcome.of(trouble));
        } else {
            groups.forEach(group -> pile.again(group, 1));
        }
    }

    private void divide(List<R> rows, Refused refusal, Duration took) {
        pace.refused(rows.size());
        if (rows.size() == 1) {
            outcomes.settle(rows, Outcome.of(refusal));
        } else {
            pile.divide(rows, took);
        }
    }

    private List<List<R>> byGroup(List<R> rows) {
        Map<Long, List<R>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(function.group(row), none -> new ArrayList<>())
                .add(row));
        return List.copyOf(groups.values());
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
