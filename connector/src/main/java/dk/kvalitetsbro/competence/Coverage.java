package dk.kvalitetsbro.competence;

import static java.util.stream.Collectors.groupingBy;

import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Where competence is built: how many of the staff employed today have completed, are enrolled in, or have nothing on each
 * theme. Leaders are not counted: a centre has one, whom its figures would tell about.
 */
@ApplicationScoped
public class Coverage {
    /** The job groups counted, which can also be shown one by one. */
    public static final List<JobGroup> JOB_GROUPS = List.of(JobGroup.PEDAGOGUE, JobGroup.PEDAGOGICAL_ASSISTANT);

    /** One centre, with a cell for every theme in the themes' order. */
    public record Row(Centre centre, List<Release<Progress>> cells) {}

    /** @param municipality the whole municipality's cells, in the themes' order */
    public record Matrix(List<Theme> themes, List<Release<Progress>> municipality, List<Row> rows) {}

    private final Jdbi jdbi;
    private final Organisation organisation;
    private final Themes themes;
    private final Clock clock;

    @Inject
    public Coverage(Jdbi jdbi, Organisation organisation, Themes themes, Clock clock) {
        this.jdbi = jdbi;
        this.organisation = organisation;
        this.themes = themes;
        this.clock = clock;
    }

    /** @param only one of {@link #JOB_GROUPS}, or none for all of them together */
    public Matrix matrix(Optional<JobGroup> only) {
        LocalDate today = LocalDate.now(clock);
        List<Theme> inOrder = themes.inUse();
        Map<ThemeCode, List<Tally>> tallies = tallies(inOrder, today).stream().collect(groupingBy(Tally::theme));
        List<CoverageRelease> releases = inOrder.stream()
                .map(theme -> new CoverageRelease(tallies.getOrDefault(theme.code(), List.of()), only))
                .toList();
        List<Row> rows = organisation.centres(today).stream()
                .map(centre -> new Row(
                        centre,
                        releases.stream().map(theme -> theme.at(centre.code())).toList()))
                .toList();
        return new Matrix(inOrder, releases.stream().map(CoverageRelease::inAll).toList(), rows);
    }

    /** Somebody with two employments counts once at each centre, in the group of the first. */
    private List<Tally> tallies(List<Theme> of, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        with member as (
                            select distinct on (centre_code, person_key) centre_code, person_key, job_group
                              from organisation.staff_on(:today)
                             where centre_code is not null and job_group = any (:groups)
                             order by centre_code, person_key, employment_number),
                        learner as (
                            select taken.person_key, attached.theme, bool_or(taken.completed) as completed
                              from (select person_key, course, true as completed from competence.completion
                                    union all
                                    select person_key, course, false from assignments.assigned
                                     where state = 'IN_MOODLE') taken
                              join catalogue.course_theme attached on attached.course = taken.course
                             group by taken.person_key, attached.theme)
                        select m.centre_code as centre, t.theme, m.job_group,
                               count(*) filter (where l.completed) as done,
                               count(*) filter (where not l.completed) as ongoing,
                               count(*) filter (where l.completed is null) as none
                          from member m cross join unnest(:themes) as t (theme)
                          left join learner l on l.person_key = m.person_key and l.theme = t.theme
                         group by m.centre_code, t.theme, m.job_group""")
                .bind("today", today)
                .bindArray(
                        "groups",
                        String.class,
                        JOB_GROUPS.stream().map(JobGroup::name).toList())
                .bindArray(
                        "themes",
                        String.class,
                        of.stream().map(theme -> theme.code().value()).toList())
                .mapTo(Tally.class)
                .list());
    }
}
