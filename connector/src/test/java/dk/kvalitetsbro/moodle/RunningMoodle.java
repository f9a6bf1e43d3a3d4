package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform.Enrolment;
import dk.kvalitetsbro.moodle.fake.Course;
import dk.kvalitetsbro.moodle.fake.Course.CustomField;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import dk.kvalitetsbro.moodle.fake.User;
import dk.kvalitetsbro.organisation.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A Moodle with two courses and two members of staff, over real sockets, and the connector's way to it. */
final class RunningMoodle implements AutoCloseable {
    static final String TOKEN = "secret";

    final MoodleFake site;
    final long numbers;
    final long outside;
    final long maja;
    final long karen;

    RunningMoodle(MoodleVersion version) {
        this(new Settings(0, Optional.empty(), TOKEN, version));
    }

    static RunningMoodle withPlugin(MoodleVersion version) {
        return new RunningMoodle(new Settings(0, Optional.empty(), TOKEN, version).withPlugin());
    }

    private RunningMoodle(Settings settings) {
        site = MoodleFake.start(settings);
        List<Long> courses = site.addCourses(List.of(
                new Course(
                        "K021",
                        "K021",
                        "Tal & mængder",
                        "",
                        "Kurser",
                        List.of(
                                new CustomField("hours", "Timer", "3,5 timer"),
                                new CustomField("format", "Form", "WORKSHOP"))),
                new Course("K013", "", "Ud i skoven", "", "Kurser", List.of())));
        numbers = courses.get(0);
        outside = courses.get(1);
        List<Long> users =
                site.addUsers(List.of(User.named("maja", "Maja Lund", "p1"), User.named("karen", "Karen Holm", "p2")));
        maja = users.get(0);
        karen = users.get(1);
    }

    MoodleSettings settings() {
        return settings(site.baseUri().toString(), TOKEN);
    }

    static MoodleSettings settings(String url, String token) {
        return new MoodleSettings(
                Optional.of(url), Optional.of(token), Optional.of("https://kursus.example/"), 5, "hours", "format");
    }

    Moodle moodle() {
        return new Moodle(settings(), FixedTransaction.NONE);
    }

    /** Enrols there; what is barred and who is employed stands in the database. */
    static MoodlePlatform platform(Jdbi jdbi, Moodle moodle) {
        return platform(jdbi, moodle, site(jdbi, "here"));
    }

    static MoodlePlatform platform(Jdbi jdbi, Moodle moodle, SameSite site) {
        return platform(jdbi, moodle, site, Optional.empty());
    }

    /** @param reasons as the configuration has it */
    static MoodlePlatform platform(Jdbi jdbi, Moodle moodle, SameSite site, Optional<String> reasons) {
        return new MoodlePlatform(
                moodle, site, new Barred(jdbi, new MovableClock()), accounts(jdbi), new EnrolmentNotes(reasons));
    }

    /** By the summer of 2026, for no theme that may be told. */
    static Enrolment enrolment(long assignment, PersonKey person, long course) {
        return new Enrolment(
                assignment,
                person,
                course,
                Optional.of(LocalDate.parse("2026-08-01")),
                new PersonKey("nobody"),
                Optional.empty());
    }

    /** Finds people there; who is employed stands in the database. */
    static AccountSearch accounts(Jdbi jdbi) {
        return new AccountSearch(new StaffSample(new Organisation(jdbi), new MovableClock()), "idnumber");
    }

    /** Looks up whom a test names, and samples nobody. */
    static SiteCheck check(Moodle moodle) {
        return new SiteCheck(moodle, accounts(Jdbi.create("jdbc:none")));
    }

    MoodleCourses courses(Jdbi jdbi, Moodle moodle) {
        return courses(jdbi, moodle, site(jdbi, "here"));
    }

    MoodleCourses courses(Jdbi jdbi, Moodle moodle, SameSite site) {
        return new MoodleCourses(moodle, site, new Silences(jdbi, new MovableClock()), settings());
    }

    /** @param name what the configuration calls the site */
    static SameSite site(Jdbi jdbi, String name) {
        return new SameSite(jdbi, settings("", ""), Optional.of(name));
    }

    @Override
    public void close() {
        site.close();
    }
}
