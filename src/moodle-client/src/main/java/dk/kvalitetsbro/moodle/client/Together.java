package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many small calls, some 200 to a request through {@code tool_mobile_call_external_functions}, which answers them at a
 * tenth of the cost of single calls. It stops at its first error, so what lies behind is asked again. Where the function
 * is outside the token's service each call goes by itself.
 */
final class Together {
    static final String NAME = "tool_mobile_call_external_functions";
    private static final int CALLS_PER_REQUEST = 200;

    /** One call of a function that reads; its arguments are plain parameters, or else it only goes with others. */
    record Question(String function, JsonObject arguments) {}

    private record Slice(int start, int end) {}

    private final Calls calls;
    private final Crew crew;
    private final boolean offered;

    Together(Calls calls, Crew crew, boolean offered) {
        this.calls = calls;
        this.crew = crew;
        this.offered = offered;
    }

    boolean offered() {
        return offered;
    }

    /** How many requests some calls take if no error comes between. */
    int requests(int questions) {
        return offered ? (questions + CALLS_PER_REQUEST - 1) / CALLS_PER_REQUEST : questions;
    }

    /** One answer to each question, in the order given; each of them only reads. */
    List<Answer<JsonValue>> ask(List<Question> questions) {
        Map<Integer, Answer<JsonValue>> answers = new HashMap<>();
        Deque<Slice> slices = slices(questions.size());
        crew.workOff(() -> Optional.ofNullable(next(slices)).map(slice -> () -> {
            var told = offered
                    ? askOnce(questions.subList(slice.start, slice.end))
                    : List.of(askAlone(questions.get(slice.start)));
            told.forEach(answer -> answer.troubleOfAll().ifPresent(e -> {
                throw e;
            }));
            synchronized (slices) {
                for (int i = 0; i < told.size(); i++) {
                    answers.put(slice.start + i, told.get(i));
                }
                if (slice.start + told.size() < slice.end) {
                    slices.push(new Slice(slice.start + told.size(), slice.end));
                }
            }
        }));
        var inOrder = new ArrayList<Answer<JsonValue>>(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            inOrder.add(Optional.ofNullable(answers.get(i)).orElseThrow());
        }
        return inOrder;
    }

    private Deque<Slice> slices(int count) {
        int size = offered ? CALLS_PER_REQUEST : 1;
        var slices = new ArrayDeque<Slice>();
        for (int start = 0; start < count; start += size) {
            slices.add(new Slice(start, Math.min(start + size, count)));
        }
        return slices;
    }

    @SuppressWarnings("NullAway") // an empty pile's null becomes an empty Optional at once
    private static Slice next(Deque<Slice> slices) {
        synchronized (slices) {
            return slices.poll();
        }
    }

    private Answer<JsonValue> askAlone(Question question) {
        var params = Params.none();
        question.arguments.forEach((name, value) -> params.add(name, Fields.plain(value)));
        return Answer.attempt(() -> calls.read(question.function, params));
    }

    /** Asks in one request, which must be offered: at least one answer, and as many as came before the first error. */
    List<Answer<JsonValue>> askOnce(List<Question> questions) {
        var params = Params.none();
        for (int i = 0; i < questions.size(); i++) {
            write(questions.get(i), i, params);
        }
        return answers(questions, Effect.READS, calls.read(NAME, params));
    }

    static void write(Question question, int index, Params params) {
        params.add("requests[" + index + "][function]", question.function)
                .add("requests[" + index + "][arguments]", question.arguments.toString());
    }

    List<Answer<JsonValue>> answers(List<Question> questions, Effect effect, JsonValue reply) {
        var responses = Fields.of(NAME, reply).rows("responses").toList();
        if (responses.isEmpty() || responses.size() > questions.size()) {
            throw effect.lostReply(NAME + ": " + responses.size() + " answers to " + questions.size(), null);
        }
        var answers = new ArrayList<Answer<JsonValue>>();
        for (int i = 0; i < responses.size(); i++) {
            answers.add(answer(questions.get(i).function, effect, responses.get(i)));
        }
        return answers;
    }

    private Answer<JsonValue> answer(String function, Effect effect, Fields response) {
        if (!response.flag("error")) {
            return Answer.of(calls.embedded(function, effect, response.text("data")));
        }
        var error = calls.embedded(function, effect, response.text("exception"));
        return Answer.of(ErrorReply.of(Fields.of(function, error).json()).toException(function, effect));
    }
}
