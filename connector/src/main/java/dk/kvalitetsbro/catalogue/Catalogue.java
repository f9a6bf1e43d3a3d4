package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.catalogue.Course.Completion;
import dk.kvalitetsbro.themes.CoursesOnThemes;
import dk.kvalitetsbro.themes.ThemeCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The courses that staff can be given, and the themes they help with. */
@ApplicationScoped
public class Catalogue implements CoursesOnThemes {
    private final Jdbi jdbi;
    private final CourseSource source;

    @Inject
    public Catalogue(Jdbi jdbi, CourseSource source) {
        this.jdbi = jdbi;
        this.source = source;
    }

    /** @return every course that was ever read, by name; those that are hidden or gone are not visible */
    public List<Course> courses() {
        return jdbi.withHandle(handle -> courses(handle.createQuery(select("true"))));
    }

    /** @return the courses attached to the theme that can be given to staff now, by name */
    public List<Course> coursesFor(ThemeCode theme) {
        return jdbi.withHandle(handle -> courses(handle.createQuery(
                        select(
                                """
                        c.visible and c.takes_enrolments and exists (select from catalogue.course_theme x
                                               where x.course = c.id and x.theme = :theme)"""))
                .bind("theme", theme)));
    }

    @Override
    public List<CourseOnTheme> coursesOnThemes() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select a.theme, c.name, c.visible and c.takes_enrolments as open
                          from catalogue.course_theme a join catalogue.course c on c.id = a.course
                         order by c.name, c.id""")
                .mapTo(CourseOnTheme.class)
                .list());
    }

    /** @param moodleId the platform's own id */
    public Optional<Course> find(long moodleId) {
        return jdbi.withHandle(
                handle -> courses(handle.createQuery(select("c.id = :id")).bind("id", moodleId)).stream()
                        .findFirst());
    }

    private static String select(String condition) {
        return """
                select c.id, c.code, c.name, c.hours, c.format, c.visible, c.takes_enrolments, c.follows_completion,
                       array(select t.theme from catalogue.course_theme t where t.course = c.id) as themes
                  from catalogue.course c where %s order by c.name, c.id"""
                .formatted(condition);
    }

    private List<Course> courses(Query query) {
        Set<Long> withoutConditions = source.withoutConditions();
        return query.map((row, context) -> course(row, withoutConditions)).list();
    }

    private Course course(ResultSet row, Set<Long> withoutConditions) throws SQLException {
        long id = row.getLong("id");
        Integer hours = row.getObject("hours", Integer.class);
        return new Course(
                id,
                row.getString("code"),
                row.getString("name"),
                hours == null ? OptionalInt.empty() : OptionalInt.of(hours),
                Optional.ofNullable(row.getString("format")),
                row.getBoolean("visible"),
                row.getBoolean("takes_enrolments"),
                completion(row.getBoolean("follows_completion"), withoutConditions.contains(id)),
                themes(row.getArray("themes")),
                source.address(id));
    }

    private static Completion completion(boolean followed, boolean withoutCondition) {
        if (!followed) {
            return Completion.OFF;
        }
        return withoutCondition ? Completion.WITHOUT_CONDITION : Completion.FOLLOWED;
    }

    private static Set<ThemeCode> themes(Array codes) throws SQLException {
        return Stream.of((String[]) codes.getArray()).map(ThemeCode::new).collect(Collectors.toSet());
    }
}
