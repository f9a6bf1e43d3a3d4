package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.fake.Course;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import dk.kvalitetsbro.moodle.fake.Sleeper;
import dk.kvalitetsbro.moodle.fake.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A stand-in with some people and courses, and clients that note their pauses instead of making them. */
final class TestSite implements AutoCloseable {
    static final String TOKEN = "0123456789abcdef";

    final MoodleFake moodle;
    final List<Long> people;
    final List<Long> courses;
    final TestClock clock = new TestClock(Instant.now());
    private final List<MoodleClient> clients = new ArrayList<>();

    TestSite(int people, int courses) {
        this(people, courses, settings -> settings);
    }

    TestSite(int people, int courses, UnaryOperator<Settings> settings) {
        moodle = MoodleFake.start(
                settings.apply(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1)), clock, Sleeper.real());
        this.people = moodle.addUsers(IntStream.rangeClosed(1, people)
                .mapToObj(i -> User.named("p" + i, "Person Nummer " + i, "KEY" + i))
                .toList());
        this.courses = moodle.addCourses(IntStream.rangeClosed(1, courses)
                .mapToObj(i -> new Course("K" + i, "K" + i, "Forløb " + i, "Om leg", "Dagtilbud", List.of()))
                .toList());
    }

    MoodleClient client() {
        return client(builder -> builder);
    }

    MoodleClient client(UnaryOperator<MoodleClient.Builder> settings) {
        var client = settings.apply(
                        MoodleClient.at(moodle.baseUri(), TOKEN).clock(clock).pause(clock::pause))
                .build();
        clients.add(client);
        return client;
    }

    long person(int index) {
        return people.get(index);
    }

    long course(int index) {
        return courses.get(index);
    }

    List<Enrolment> everybodyIn(long courseId) {
        return people.stream().map(person -> Enrolment.of(person, courseId)).toList();
    }

    static List<Outcome> outcomes(List<? extends RowResult<?>> results) {
        return new ArrayList<>(results.stream().map(RowResult::outcome).toList());
    }

    int enrolCalls() {
        return moodle.faults().calls("enrol_manual_enrol_users");
    }

    @Override
    public void close() {
        clients.forEach(MoodleClient::close);
        moodle.close();
    }
}
