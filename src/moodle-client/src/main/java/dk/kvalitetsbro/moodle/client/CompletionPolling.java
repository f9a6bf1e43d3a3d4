package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CourseCompletion.NotTold;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.CourseCompletion.State;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks for the completion of many pairs, some 200 to a request through {@code tool_mobile_call_external_functions},
 * which answers them at a tenth of the cost of single calls. It stops at its first error, so what lies behind that pair
 * is asked again. Where the function is outside the token's service, each pair is asked for by itself.
 */
final class CompletionPolling {
    private static final String TOGETHER = "tool_mobile_call_external_functions";
    private static final String STATUS = "core_completion_get_course_completion_status";
    private static final int PAIRS_PER_CALL = 200;

    private final Calls calls;

    CompletionPolling(Calls calls) {
        this.calls = calls;
    }

    /** One answer for each pair, in the order given. */
    List<CourseCompletion> ask(List<Pair> pairs) {
        var answers = new ArrayList<CourseCompletion>(pairs.size());
        try {
            while (answers.size() < pairs.size()) {
                int next = answers.size();
                answers.addAll(askTogether(pairs.subList(next, Math.min(next + PAIRS_PER_CALL, pairs.size()))));
            }
        } catch (NotAllowed | Refused e) {
            if (!lacksFunction(e)) {
                throw e;
            }
            pairs.subList(answers.size(), pairs.size()).forEach(pair -> answers.add(askAlone(pair)));
        }
        return List.copyOf(answers);
    }

    /** At least one answer, and as many as came before the first error. */
    private List<CourseCompletion> askTogether(List<Pair> pairs) {
        var params = Params.none();
        for (int i = 0; i < pairs.size(); i++) {
            params.add("requests[" + i + "][function]", STATUS)
                    .add("requests[" + i + "][arguments]", arguments(pairs.get(i)));
        }
        var responses = Fields.of(TOGETHER, calls.read(TOGETHER, params))
                .rows("responses")
                .toList();
        if (responses.isEmpty() || responses.size() > pairs.size()) {
            throw Effect.READS.lostReply(TOGETHER + ": " + responses.size() + " answers to " + pairs.size(), null);
        }
        var answers = new ArrayList<CourseCompletion>();
        for (int i = 0; i < responses.size(); i++) {
            answers.add(new CourseCompletion(pairs.get(i), state(responses.get(i))));
        }
        return answers;
    }

    private State state(Fields response) {
        if (!response.flag("error")) {
            return CourseCompletion.state(Fields.of(STATUS, calls.embedded(STATUS, response.text("data"))));
        }
        var error = ErrorReply.of(calls.embedded(STATUS, response.text("exception")));
        return notTold(error.toException(STATUS, Effect.READS));
    }

    private CourseCompletion askAlone(Pair pair) {
        var params = Params.none().add("courseid", pair.courseId()).add("userid", pair.userId());
        try {
            var reply = Fields.of(STATUS, calls.read(STATUS, params));
            return new CourseCompletion(pair, CourseCompletion.state(reply));
        } catch (NotAllowed | Refused e) {
            return new CourseCompletion(pair, notTold(e));
        }
    }

    /** What concerns only this pair is its answer; anything else is trouble for all of them. */
    private static NotTold notTold(MoodleException trouble) {
        if (trouble instanceof Refused refused) {
            return new NotTold(refused.errorCode(), refused.reason());
        }
        if (trouble instanceof NotAllowed notAllowed && !notAllowed.obstacle().siteWide()) {
            return new NotTold(notAllowed.errorCode(), notAllowed.obstacle().remedy(Locale.ENGLISH));
        }
        throw trouble;
    }

    private static boolean lacksFunction(MoodleException trouble) {
        return trouble instanceof NotAllowed notAllowed
                ? notAllowed.obstacle() == Obstacle.ACCESS_DENIED
                : trouble instanceof Refused refused && refused.errorCode().startsWith("invalidrecord");
    }

    private static String arguments(Pair pair) {
        return "{\"courseid\":%d,\"userid\":%d}".formatted(pair.courseId(), pair.userId());
    }
}
