package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the writing functions of the plugin {@code local_kvalitetsbro} have in common: every row in a transaction of its
 * own with an answer of its own, a count that gives away a call that PHP has cut, and no harm in a repeat.
 */
abstract class PluginRows<R> implements BulkFunction<R> {
    @Override
    public final void head(List<R> rows, Params params) {
        params.add("expected", rows.size());
        options(params);
    }

    void options(Params params) {}

    @Override
    public final boolean noticesMissingRows() {
        return true;
    }

    @Override
    public final boolean looksFirst() {
        return false;
    }

    @Override
    public final List<Answer<Predicate<R>>> alreadySo(List<Long> groups) {
        throw new IllegalStateException("The plugin tells what was already so");
    }

    @Override
    public final List<Optional<Outcome>> outcomes(List<R> rows, JsonValue reply) {
        var outcomes = new ArrayList<Optional<Outcome>>(Collections.nCopies(rows.size(), Optional.empty()));
        Fields.of(name(), reply).rows("results").forEach(result -> {
            int index = Math.toIntExact(result.number("index"));
            if (index < 0 || index >= rows.size()) {
                throw Effect.WRITES.lostReply(name() + ": an answer to row " + index + " of " + rows.size(), null);
            }
            outcomes.set(index, Optional.of(outcome(result)));
        });
        if (outcomes.stream().allMatch(Optional::isEmpty)) {
            throw Effect.WRITES.lostReply(name() + ": no answer to any row", null);
        }
        return outcomes;
    }

    private Outcome outcome(Fields result) {
        return switch (result.text("status")) {
            case "done" -> new Outcome.Done();
            case "already" -> new Outcome.AlreadySo();
            default -> Outcome.of(refusal(result).toException(name(), Effect.WRITES));
        };
    }

    private static ErrorReply refusal(Fields result) {
        return new ErrorReply(
                result.optionalText("errorcode").orElse("refused"),
                result.optionalText("message").orElse(""));
    }
}
