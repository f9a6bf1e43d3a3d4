package dk.kvalitetsbro.benchmarks.moodle;

import dk.kvalitetsbro.moodle.client.Enrolment;
import dk.kvalitetsbro.moodle.fake.Course;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import dk.kvalitetsbro.moodle.fake.User;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The stand-in, whose calls take the measured time. Every run has courses of its own. */
final class TimedStandIn implements EnrolmentSite {
    private static final String TOKEN = "0123456789abcdef";
    private static final int COURSES = 12;
    private static final int PEOPLE = 250;

    private final MoodleFake moodle =
            MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1).withMeasuredTimes());
    private final List<Long> people = moodle.addUsers(IntStream.range(0, PEOPLE)
            .mapToObj(i -> User.named("p" + i, "Person Nummer " + i, "KEY" + i))
            .toList());
    private int runs;

    @Override
    public URI address() {
        return moodle.baseUri();
    }

    @Override
    public String token() {
        return TOKEN;
    }

    @Override
    public List<Enrolment> rows(int count) {
        int run = ++runs;
        var courses = moodle.addCourses(IntStream.range(0, COURSES)
                .mapToObj(i -> "R" + run + "C" + i)
                .map(name -> new Course(name, name, name, "", "Dagtilbud", List.of()))
                .toList());
        return courses.stream()
                .flatMap(course -> people.stream().map(person -> Enrolment.of(person, course)))
                .limit(count)
                .toList();
    }

    /** The next run has other courses. */
    @Override
    public void forget(List<Enrolment> rows) {}

    @Override
    public void close() {
        moodle.close();
    }
}
