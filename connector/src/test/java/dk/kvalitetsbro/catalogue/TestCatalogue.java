package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.themes.Themes;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The catalogue on a test's database, for tests that put their courses there themselves. */
public final class TestCatalogue {
    private TestCatalogue() {}

    public static Catalogue on(Jdbi jdbi) {
        return new Catalogue(jdbi, new NoSource());
    }

    /** Reads from the source into a test's database. */
    public static CourseReading reading(Jdbi jdbi, CourseSource source) {
        return new CourseReading(source, new OfferedCourses(jdbi), new FiredEvents<>());
    }

    /** What waits for a decision, such as "Tal MAT ADDED". */
    public static List<String> proposals(Jdbi jdbi) {
        return proposals(jdbi, audit(jdbi)).open().stream()
                .map(each -> each.courseName() + " " + each.theme().code() + " " + each.change())
                .toList();
    }

    /** Somebody accepts everything that was proposed, or turns it all down. */
    public static void decide(Jdbi jdbi, boolean accept) {
        Proposals proposals = proposals(jdbi, audit(jdbi));
        proposals.open().forEach(accept ? proposals::accept : proposals::decline);
    }

    private static Proposals proposals(Jdbi jdbi, AuditLog audit) {
        return new Proposals(jdbi, new Themes(jdbi, Clock.systemUTC()), audit, new FiredEvents<>());
    }

    private static AuditLog audit(Jdbi jdbi) {
        return new AuditLog(jdbi, SignedIn.as("anne", Role.ADMINISTRATION), Clock.systemUTC());
    }

    /** Matches the platform's links with what a test has attached. */
    public static LinkMatching matching(Jdbi jdbi, ThemeLinks platform) {
        return new LinkMatching(jdbi, platform, new LinkStore(jdbi), new Themes(jdbi, Clock.systemUTC()));
    }

    private static final class NoSource implements CourseSource {
        @Override
        public List<Offered> read() {
            return List.of();
        }

        @Override
        public String address(long id) {
            return "https://moodle.example/course/view.php?id=" + id;
        }
    }
}
