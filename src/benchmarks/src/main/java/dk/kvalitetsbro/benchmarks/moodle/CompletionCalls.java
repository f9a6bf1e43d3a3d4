package dk.kvalitetsbro.benchmarks.moodle;

import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CompletionScope;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.Enrolment;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.fake.Course;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import dk.kvalitetsbro.moodle.fake.User;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How many calls it takes to hear which of 10,000 pairs of a person and a course were completed since yesterday. */
final class CompletionCalls {
    private static final String TOKEN = "0123456789abcdef";
    private static final int PEOPLE = 2_000;
    private static final int COURSES = 5;
    private static final int COMPLETED = 3_333;

    private CompletionCalls() {}

    static List<Figure> measure() {
        Progress.tell("Asking which of 10,000 pairs were completed since yesterday");
        var settings = new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1);
        return List.of(
                new Figure("moodle.completion_calls_plugin", calls(settings.withPlugin()), "calls"),
                new Figure("moodle.completion_calls_report", calls(settings), "calls"));
    }

    /** As the site counts them. */
    private static int calls(Settings settings) {
        try (var moodle = MoodleFake.start(settings);
                var client = MoodleClient.at(moodle.baseUri(), TOKEN).build()) {
            var people = moodle.addUsers(IntStream.range(0, PEOPLE)
                    .mapToObj(i -> User.named("p" + i, "Person Nummer " + i, "KEY" + i))
                    .toList());
            var courses = moodle.addCourses(IntStream.range(0, COURSES)
                    .mapToObj(i -> new Course("K" + i, "K" + i, "K" + i, "", "Dagtilbud", List.of()))
                    .toList());
            var pairs = courses.stream()
                    .flatMap(course -> people.stream().map(person -> new Pair(person, course)))
                    .toList();
            client.enrolments()
                    .enrol(pairs.stream()
                            .map(pair -> Enrolment.of(pair.userId(), pair.courseId()))
                            .toList());
            pairs.stream().limit(COMPLETED).forEach(pair -> moodle.complete(pair.userId(), pair.courseId()));
            var scope = new CompletionScope(
                    new LinkedHashSet<>(pairs),
                    IntStream.range(0, PEOPLE).boxed().collect(toMap(i -> "KEY" + i, people::get)),
                    IntStream.range(0, COURSES).boxed().collect(toMap(i -> "K" + i, courses::get)));
            int before = moodle.faults().calls();
            var news = client.completions().since(Mark.at(Instant.now().minus(Duration.ofDays(1))), scope);
            if (news.completions().size() != COMPLETED) {
                throw new IllegalStateException("heard of " + news.completions().size() + " completions");
            }
            return moodle.faults().calls() - before;
        }
    }
}
