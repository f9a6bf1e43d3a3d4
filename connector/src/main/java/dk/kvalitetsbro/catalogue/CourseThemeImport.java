package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.organisation.CsvFile;
import dk.kvalitetsbro.organisation.CsvRow;
import dk.kvalitetsbro.organisation.DryRun;
import dk.kvalitetsbro.organisation.StagedImport;
import dk.kvalitetsbro.organisation.StagedRows;
import dk.kvalitetsbro.organisation.Upload;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Attaches courses to themes by a file with {@code course_code,theme_code}, a line for each pair. It only adds: what was
 * attached on the page stays.
 */
@ApplicationScoped
class CourseThemeImport extends StagedImport {
    private static final String COURSE = "course_code";
    private static final String THEME = "theme_code";
    private static final int LONGEST_CODE = 100;

    private final OfferedCourses offered;
    private final Themes themes;
    private final Event<LinksDue> due;

    @Inject
    CourseThemeImport(Jdbi jdbi, OfferedCourses offered, Themes themes, Event<LinksDue> due) {
        super(jdbi);
        this.offered = offered;
        this.themes = themes;
        this.due = due;
    }

    @Override
    public DryRun apply(Upload upload) {
        DryRun result = super.apply(upload);
        due.fire(new LinksDue());
        return result;
    }

    @Override
    public String name() {
        return "COURSE_THEMES";
    }

    @Override
    protected void requireReady(Upload upload) {
        if (!offered.areKnown()) {
            throw new Refusal("catalogue.import.noCourses");
        }
    }

    @Override
    protected String staged() {
        return "course_code text, theme_code text";
    }

    @Override
    protected void read(CsvFile file, StagedRows rows, Upload upload) {
        if (!file.hasExactly(List.of(COURSE, THEME))) {
            return;
        }
        Set<String> known = themes.inUse().stream()
                .map(Theme::code)
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        file.each(row -> rows.add(row.line(), row.required(COURSE, LONGEST_CODE), theme(row, known)));
    }

    private static @Nullable String theme(CsvRow row, Set<String> known) {
        String code = row.required(THEME, LONGEST_CODE);
        if (code == null || known.contains(code)) {
            return code;
        }
        row.problem(THEME, "catalogue.problem.unknownTheme", String.join(", ", known));
        return null;
    }

    @Override
    protected List<String> problemQueries() {
        return List.of(
                """
                select line, 'course_code' as "column", 'catalogue.problem.unknownCourse' as kind,
                       course_code as value, '' as hint
                  from staged
                 where course_code is not null
                   and not exists (select from catalogue.offered where code = course_code and not gone)
                 order by line""",
                """
                select line, 'course_code' as "column", 'catalogue.problem.sharedCode' as kind,
                       course_code as value, names as hint
                  from staged
                  join (select code, string_agg(name, ', ' order by name) as names
                          from catalogue.offered where not gone and code <> ''
                         group by code having count(*) > 1) shared on code = course_code
                 order by line""");
    }

    @Override
    protected String changesQuery() {
        return """
                select count(*) filter (where a.theme is null) as added, 0 as changed,
                       count(*) filter (where a.theme is not null) as unchanged
                  from (select distinct course_code, theme_code from staged) s
                  join catalogue.offered o on o.code = s.course_code and not o.gone
                  left join catalogue.attachment a on a.course = o.id and a.theme = s.theme_code""";
    }

    @Override
    protected List<String> writes() {
        return List.of(
                """
                insert into catalogue.attachment (course, theme)
                select o.id, s.theme_code from staged s join catalogue.offered o on o.code = s.course_code and not o.gone
                on conflict do nothing""");
    }
}
