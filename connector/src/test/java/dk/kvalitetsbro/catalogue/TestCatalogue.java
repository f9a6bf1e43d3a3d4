package dk.kvalitetsbro.catalogue;

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
        return new CourseReading(source, new OfferedCourses(jdbi));
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
