package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.MoodleContract.SiteUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A stand-in with some people and courses, and its web services called by hand. */
final class TestSite implements AutoCloseable {
    static final String TOKEN = "0123456789abcdef";

    final MoodleFake moodle;
    final List<Long> people;
    final List<Long> courses;

    TestSite(int people, int courses) {
        this(people, courses, settings -> settings);
    }

    TestSite(int people, int courses, UnaryOperator<Settings> settings) {
        moodle = MoodleFake.start(settings.apply(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1)));
        this.people = moodle.addUsers(people(people));
        this.courses = moodle.addCourses(courses(courses));
    }

    SiteUnderTest underTest() {
        return new SiteUnderTest(new Rest(moodle.baseUri(), TOKEN), people.get(0), people.get(1), courses.get(0));
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

    static void enrol(MoodleFake moodle, long person, long course, Optional<Instant> end) {
        call(
                moodle,
                "enrol_manual_enrol_users",
                "&enrolments[0][roleid]=5&enrolments[0][userid]=%d&enrolments[0][courseid]=%d".formatted(person, course)
                        + end.map(time -> "&enrolments[0][timeend]=" + time.getEpochSecond())
                                .orElse(""));
    }

    static void unenrol(MoodleFake moodle, long person, long course) {
        call(
                moodle,
                "enrol_manual_unenrol_users",
                "&enrolments[0][userid]=%d&enrolments[0][courseid]=%d".formatted(person, course));
    }

    static boolean completed(MoodleFake moodle, long person, long course) {
        return call(
                        moodle,
                        "core_completion_get_course_completion_status",
                        "&userid=%d&courseid=%d".formatted(person, course))
                .contains("\"completed\":true");
    }

    /** The JSON that the function answers. */
    static String call(MoodleFake moodle, String function, String form) {
        var body = "wstoken=" + TOKEN + "&wsfunction=" + function + "&moodlewsrestformat=json" + form;
        var request = HttpRequest.newBuilder(URI.create(moodle.baseUri() + "/webservice/rest/server.php"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        moodle.close();
    }
}
