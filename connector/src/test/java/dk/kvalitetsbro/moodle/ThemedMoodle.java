package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.moodle.client.Competencies.Competency;
import dk.kvalitetsbro.moodle.client.Competencies.CourseLink;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A Moodle with the plugin whose courses are known here, and what keeps the themes of both in line. */
final class ThemedMoodle implements AutoCloseable {
    final RunningMoodle running;
    final Moodle moodle;
    final Jdbi jdbi = TestDatabase.begin().jdbi();
    final MovableClock clock = new MovableClock();
    final Readings readings = new Readings(jdbi, clock);
    final ThemeCheck check = new ThemeCheck(readings);
    final Texts texts = new Texts(new Language());
    final ThemeUpdates updates;

    ThemedMoodle(MoodleVersion version) {
        running = RunningMoodle.withPlugin(version);
        moodle = running.moodle();
        updates = updates(moodle);
        TestCatalogue.reading(jdbi, running.courses(jdbi, moodle)).read();
    }

    @Override
    public void close() {
        moodle.close();
        running.close();
    }

    MoodleThemes themes(Moodle site) {
        return new MoodleThemes(site, RunningMoodle.site(jdbi, "here"));
    }

    ThemeUpdates updates(Moodle site) {
        return new ThemeUpdates(TestCatalogue.matching(jdbi, themes(site)), readings, clock);
    }

    void attach(long course, String theme) {
        jdbi.useHandle(handle ->
                handle.execute("insert into catalogue.attachment (course, theme) values (?, ?)", course, theme));
    }

    Check onPage() {
        List<Check> checks = check.run(texts);
        assertEquals(1, checks.size());
        assertFalse((checks.get(0).finding() + checks.get(0).remedy()).contains("??"));
        return checks.get(0);
    }

    /** Somebody does so in Moodle itself. */
    void inMoodleLink(long course, String theme) {
        moodle.ask(client -> client.competencies().link(List.of(new CourseLink(course, competency(theme)))));
    }

    void inMoodleUnlink(long course, String theme) {
        moodle.ask(client -> client.competencies().unlink(List.of(new CourseLink(course, competency(theme)))));
    }

    private long competency(String theme) {
        return competencies().stream()
                .filter(competency -> competency.idnumber().orElse("").equals(theme))
                .findFirst()
                .orElseThrow()
                .id();
    }

    List<Competency> competencies() {
        return moodle.ask(client -> client.competencies().in(framework(client)));
    }

    static long framework(MoodleClient client) {
        return client.competencies().frameworks().get(0).id();
    }

    /** How Moodle tells the themes of its courses, such as "2 MAT ATTACHED". */
    List<String> links() {
        return themes(moodle).read().links().stream()
                .map(link -> link.course() + " " + link.theme() + " " + link.state())
                .sorted()
                .toList();
    }
}
