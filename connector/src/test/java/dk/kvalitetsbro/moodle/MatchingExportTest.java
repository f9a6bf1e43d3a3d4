package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.SiteState;
import dk.kvalitetsbro.moodle.fake.User;
import dk.kvalitetsbro.web.Denial;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchingExportTest {
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final SmallTown town = new SmallTown(jdbi);
    private final RunningMoodle running = RunningMoodle.withPlugin(MoodleVersion.V5_1);
    private final Moodle moodle = running.moodle();
    private final MovableClock clock = new MovableClock();
    private final MatchingExport export = new MatchingExport(
            new Matcher(jdbi, moodle, clock),
            RunningMoodle.accounts(jdbi),
            new AuditLog(jdbi, SignedIn.as("sigurd", Role.SYSTEM_ADMINISTRATOR), clock),
            clock,
            new Texts(new Language()));

    @BeforeEach
    void somebody_with_an_account_and_somebody_without() {
        town.centre("C1").pedagogue("p1", "C1").pedagogue("p9", "C1");
        running.site.addUsers(List.of(User.named("regnestykke", "Regne Stykke", "=1+1")));
    }

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void everybody_is_in_the_file_and_nothing_in_it_is_reckoned_with() {
        List<String> lines = List.of(export.file().split("\r?\n"));

        assertEquals("\uFEFFgruppe;nøgle;navn;konti", lines.get(0));
        assertTrue(lines.contains("Fundet;p1;p1;" + running.maja), lines.toString());
        assertTrue(lines.contains("Uden konto;p9;p9;"), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.contains(";'=1+1;")), lines.toString());
    }

    @Test
    void that_it_was_taken_away_is_written_down() {
        export.file();
        assertEquals(1, town.count("access.audit where actor = 'sigurd' and action = 'matching.exported'"));
    }

    @Test
    void without_moodle_there_is_no_file() {
        running.site.faults().siteIs(SiteState.MAINTENANCE);

        assertThrows(Denial.class, export::file);
        assertEquals(0, town.count("access.audit"));
    }
}
