package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes a bulk function of one that writes a single row a call, by putting many into a request. Each takes place by
 * itself, so an error undoes nothing that came before it; what came after was not reached.
 */
final class InRequests<R> implements BulkFunction<R> {
    private final SingleCall<R> single;
    private final Together together;

    InRequests(SingleCall<R> single, Together together) {
        this.single = single;
        this.together = together;
    }

    @Override
    public String name() {
        return together.offered() ? Together.NAME : single.name();
    }

    @Override
    public Object key(R row) {
        return single.key(row);
    }

    @Override
    public long subject(R row) {
        return single.group(row);
    }

    @Override
    public long group(R row) {
        return single.group(row);
    }

    @Override
    public void write(R row, int index, Params params) {
        if (together.offered()) {
            Together.write(question(row), index, params);
        } else {
            single.write(row, params);
        }
    }

    @Override
    public int mostRows() {
        return together.offered() ? single.perRequest() : 1;
    }

    @Override
    public boolean repeatable() {
        return single.repeatable();
    }

    @Override
    public boolean looksFirst() {
        return single.repeatable();
    }

    @Override
    public List<Answer<Predicate<R>>> alreadySo(List<Long> groups) {
        return List.of(Answer.attempt(() -> single.alreadySo(groups.get(0))));
    }

    @Override
    public List<Optional<Outcome>> outcomes(List<R> rows, JsonValue reply) {
        if (!together.offered()) {
            return List.of(Optional.of(single.outcome(rows.get(0), reply)));
        }
        var answers = together.answers(rows.stream().map(this::question).toList(), Effect.WRITES, reply);
        var outcomes = new ArrayList<Optional<Outcome>>();
        for (int i = 0; i < rows.size(); i++) {
            outcomes.add(i < answers.size() ? outcome(rows.get(i), answers.get(i), i == 0) : Optional.empty());
        }
        return outcomes;
    }

    private Optional<Outcome> outcome(R row, Answer<JsonValue> answer, boolean first) {
        var troubleOfAll = answer.troubleOfAll();
        if (troubleOfAll.isEmpty()) {
            return Optional.of(answer.value()
                    .map(value -> single.outcome(row, value))
                    .orElseGet(() -> Outcome.of(answer.trouble().orElseThrow())));
        }
        if (troubleOfAll.get() instanceof Unclear && !single.repeatable()) {
            return Optional.of(new Outcome.Unknown(troubleOfAll.get()));
        }
        if (first) {
            throw troubleOfAll.get(); // behind others it is met again, when it has become the first
        }
        return Optional.empty();
    }

    private Together.Question question(R row) {
        return new Together.Question(single.name(), single.arguments(row));
    }
}
