package dk.kvalitetsbro.moodle;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.fake.CourseSettings;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/how-to/connect-a-real-moodle.md asks for what the connector needs, and the page on the connection misses it. */
class HowToTest {
    private static final List<PersonKey> STAFF = List.of(new PersonKey("p1"), new PersonKey("p2"));
    private static final Pattern CAPABILITY = Pattern.compile("\\b[a-z]+/[a-z]+:[a-z]+\\b");

    /** The stand-in takes any token, so that it can't lack the right to be used. */
    private static final String NOT_IN_THE_STAND_IN = "webservice/rest:use";

    /** Moodle shows the course to nobody then, so that nobody can tell that there is one. */
    private static final String UNNOTICED = "moodle/course:viewhiddencourses";

    private final RunningMoodle running = new RunningMoodle(MoodleVersion.V5_1);
    private final Moodle moodle = running.moodle();

    HowToTest() {
        running.site.setUp(running.outside, CourseSettings.USUAL.withSeparateGroups());
        RunningMoodle.platform(TestDatabase.begin().jdbi(), moodle)
                .enrol(List.of(RunningMoodle.enrolment(1, STAFF.get(0), running.numbers)));
    }

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void a_connection_that_lacks_any_right_of_the_how_to_is_not_called_sound() throws IOException {
        assertEquals(Set.of(), remedies());
        for (String capability : capabilities(table())) {
            running.site.faults().clear();
            running.site.faults().revoke("moodle/course:enrolreview");
            running.site.faults().revoke(capability);
            assertTrue(remedies().stream().anyMatch(remedy -> remedy.contains(capability)), capability);
        }
    }

    @Test
    void what_the_page_asks_for_stands_in_the_how_to() throws IOException {
        running.site.faults().revokeAll();
        assertEquals(Set.of(), missing(capabilities(String.join(" ", remedies()))));
        for (String function : SiteCheck.NEEDED) {
            assertTrue(howTo().contains("`" + function + "`"), function);
        }
    }

    private static Set<String> missing(Set<String> capabilities) throws IOException {
        Set<String> missing = new TreeSet<>(capabilities);
        missing.removeAll(capabilities(howTo()));
        return missing;
    }

    private Set<String> remedies() {
        return RunningMoodle.check(moodle).run(new Texts(new Language()), STAFF).stream()
                .filter(check -> check.state() == State.BROKEN || check.state() == State.LOOK)
                .map(Check::remedy)
                .collect(toSet());
    }

    private static Set<String> capabilities(String text) {
        Set<String> found =
                CAPABILITY.matcher(text).results().map(MatchResult::group).collect(toSet());
        found.removeAll(Set.of(NOT_IN_THE_STAND_IN, UNNOTICED));
        return found;
    }

    private static String table() throws IOException {
        String text = howTo();
        return text.substring(text.indexOf("| capability"), text.indexOf("does as well as"))
                .lines()
                .filter(line -> line.strip().startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .reduce("", (before, line) -> before + " " + line);
    }

    private static String howTo() throws IOException {
        return Files.readString(Path.of("../docs/how-to/connect-a-real-moodle.md"));
    }
}
