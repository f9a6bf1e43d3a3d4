package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CompletionNews.Completion;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CompletionNews.Plan;
import dk.kvalitetsbro.moodle.client.CourseCompletion.NotTold;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleException.CursorRefused;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Who has completed what. */
public final class Completions {
    /** How far each question reaches back before the last one: Moodle dates completions back by minutes. */
    static final Duration OVERLAP = Duration.ofHours(1);

    private static final String STATUS = "core_completion_get_course_completion_status";
    private static final Set<String> OF_THE_WHOLE_COURSE = Set.of(
            "nocriteriaset",
            "cannotviewreport",
            "accessdenied", // separate groups, and the account may not see all of them
            "requireloginerror",
            "errorcoursecontextnotvalid",
            "nopermissions");
    private static final String ACTIVITIES = "core_completion_get_activities_completion_status";

    /**
     * How far one person has come with one activity.
     *
     * @param moduleId  the activity's id in the course ({@code cmid})
     * @param kind      such as {@code page} or {@code feedback}
     * @param completed with whatever result
     * @param failed    completed without the grade it takes to pass
     * @param at        when, to the second
     */
    public record ActivityCompletion(
            long moduleId, String kind, boolean completed, boolean failed, Optional<Instant> at) {
        private static final long COMPLETE_FAIL = 3;

        static ActivityCompletion from(Fields row) {
            long state = row.number("state");
            return new ActivityCompletion(
                    row.number("cmid"),
                    row.text("modname"),
                    state != 0,
                    state == COMPLETE_FAIL,
                    row.time("timecompleted"));
        }
    }

    private final Wire wire;
    private final List<CompletionSource> ladder;

    Completions(Wire wire, Reports reports, OptionalLong completionReport, int budget, Clock clock) {
        this.wire = wire;
        this.ladder = List.of(
                new PluginCompletions(wire),
                new ReportCompletions(wire, reports, completionReport, clock),
                new PolledCompletions(wire, this, CompletionRoute.TOGETHER, budget, clock),
                new PolledCompletions(wire, this, CompletionRoute.ONE_BY_ONE, budget, clock));
    }

    /**
     * Whether each person has completed the course named beside them
     * ({@code core_completion_get_course_completion_status}; 3 ms a pair where batches are offered, else 30); one answer
     * a pair, in the order given.
     */
    public List<CourseCompletion> of(Collection<Pair> pairs) {
        var asked = List.copyOf(pairs);
        return ask(asked, asked.size() > 1 && wire.offers().has(Together.NAME));
    }

    /** Somebody's activities in a course ({@code core_completion_get_activities_completion_status}). */
    public List<ActivityCompletion> activities(long courseId, long userId) {
        return wire.object(ACTIVITIES, Params.none().add("courseid", courseId).add("userid", userId))
                .rows("statuses")
                .map(ActivityCompletion::from)
                .toList();
    }

    /**
     * What has been completed since the mark, by the best route that the site offers. Where a route turns out closed,
     * the next one is taken. Each completion is told once, if the mark that comes with it is used the next time.
     *
     * @throws CursorRefused where the plugin is there and the mark lies ahead of Moodle's clock
     */
    public CompletionNews since(Mark mark, CompletionScope scope) {
        Optional<MoodleException> closed = Optional.empty();
        for (var source : ladder) {
            if (source.usableFor(scope)) {
                try {
                    return news(source, scope, mark);
                } catch (CursorRefused e) {
                    throw e; // another route would only hide that the mark is wrong
                } catch (NotAllowed | Refused e) {
                    closed = Optional.of(e);
                }
            }
        }
        throw closed.orElseThrow();
    }

    /** What {@link #since} would take, by the best route that the site seems to offer. */
    public Plan plan(Mark mark, CompletionScope scope) {
        return ladder.stream()
                .filter(source -> source.usableFor(scope))
                .findFirst()
                .orElseThrow()
                .plan(scope, mark);
    }

    private static CompletionNews news(CompletionSource source, CompletionScope scope, Mark mark) {
        var found = source.ask(scope, mark);
        var fresh = new ArrayList<Completion>();
        for (var completion : found.completions()) {
            if (scope.pairs().contains(completion.pair()) && !mark.heard().contains(completion)) {
                fresh.add(completion);
            }
        }
        return new CompletionNews(fresh, found.next(), source.plan(scope, mark).route(), found.calls());
    }

    /**
     * One pair of each course goes ahead: what Moodle does not tell of a whole course, such as one without criteria, it
     * would refuse pair by pair, and every refusal ends a batch.
     */
    List<CourseCompletion> ask(List<Pair> pairs, boolean inBatches) {
        var together = new Together(wire.calls(), wire.crew(), inBatches);
        Map<Pair, CourseCompletion.State> states = new HashMap<>();
        Map<Long, Pair> first = new LinkedHashMap<>();
        pairs.forEach(pair -> first.putIfAbsent(pair.courseId(), pair));
        tell(together, List.copyOf(first.values()), states);
        for (var pair : pairs) {
            var ofFirst = states.get(first.get(pair.courseId()));
            if (ofFirst instanceof NotTold nothing && OF_THE_WHOLE_COURSE.contains(nothing.errorCode())) {
                states.putIfAbsent(pair, nothing);
            }
        }
        tell(
                together,
                pairs.stream()
                        .filter(pair -> !states.containsKey(pair))
                        .distinct()
                        .toList(),
                states);
        return pairs.stream()
                .map(pair -> new CourseCompletion(
                        pair, Optional.ofNullable(states.get(pair)).orElseThrow()))
                .toList();
    }

    private static void tell(Together together, List<Pair> pairs, Map<Pair, CourseCompletion.State> states) {
        var answers = together.ask(pairs.stream().map(Completions::question).toList());
        for (int i = 0; i < pairs.size(); i++) {
            states.put(pairs.get(i), state(answers.get(i)));
        }
    }

    private static Together.Question question(Pair pair) {
        return new Together.Question(
                STATUS,
                Json.createObjectBuilder()
                        .add("courseid", pair.courseId())
                        .add("userid", pair.userId())
                        .build());
    }

    private static CourseCompletion.State state(Answer<JsonValue> answer) {
        return answer.value()
                .map(value -> CourseCompletion.state(Fields.of(STATUS, value)))
                .orElseGet(() -> notTold(answer.trouble().orElseThrow()));
    }

    private static NotTold notTold(MoodleException trouble) {
        if (trouble instanceof Refused refused) {
            return new NotTold(refused.errorCode(), refused.reason());
        }
        if (trouble instanceof NotAllowed no) {
            return new NotTold(no.errorCode(), no.obstacle().remedy(Locale.ENGLISH));
        }
        throw trouble;
    }
}
