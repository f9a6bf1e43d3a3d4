package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.client.MoodleClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A stand-in with some people and courses, and a client that notes its pauses instead of making them. */
final class TestSite implements AutoCloseable {
    static final String TOKEN = "0123456789abcdef";

    final MoodleFake moodle;
    final List<Long> people;
    final List<Long> courses;
    final List<Duration> pauses = new ArrayList<>();
    private final List<MoodleClient> clients = new ArrayList<>();

    TestSite(int people, int courses) {
        moodle = MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1));
        this.people = moodle.addUsers(people(people));
        this.courses = moodle.addCourses(courses(courses));
    }

    static List<User> people(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> User.named("p" + i, "Person Nummer " + i, "KEY" + i))
                .toList();
    }

    static List<Course> courses(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Course(
                        "K%03d".formatted(i),
                        "K%03d".formatted(i),
                        "Forløb " + i,
                        "Om leg & <læring>",
                        "Dagtilbud",
                        List.of(new Course.CustomField("hours", "Timer", "6"))))
                .toList();
    }

    MoodleClient client() {
        return client(900);
    }

    MoodleClient client(int variableBudget) {
        var client = MoodleClient.at(moodle.baseUri(), TOKEN)
                .variableBudget(variableBudget)
                .pause(pauses::add)
                .build();
        clients.add(client);
        return client;
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
