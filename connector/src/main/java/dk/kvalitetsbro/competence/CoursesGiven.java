package dk.kvalitetsbro.competence;

import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.themes.ThemeCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * What came of what leaders decided, as head counts: how many people were given a course, and how far they have come. They
 * leave by the rules of {@link Coverage}, so that no count, and no count less others, tells about fewer than the minimum.
 */
@ApplicationScoped
public class CoursesGiven {
    /** Job groups and themes are not told apart here. */
    private static final ThemeCode ANY_THEME = new ThemeCode("ANY");

    private static final JobGroup ANY_GROUP = JobGroup.PEDAGOGUE;

    /**
     * The working time that the courses take together when everybody completes them.
     *
     * @param known   in hours, of those courses whose hours are known
     * @param without how many courses have been given whose hours are not
     */
    public record Hours(int known, int without) {}

    /**
     * @param hours   of the whole municipality, which are told when {@code municipality} is and of no smaller part
     * @param centres of those centres where somebody was given a course
     */
    public record Counts(
            Release<Progress> municipality, Release<Hours> hours, Map<CentreCode, Release<Progress>> centres) {
        /** What a centre comes to, nobody included. */
        public Release<Progress> at(CentreCode centre) {
            return centres.getOrDefault(centre, new CoverageRelease(List.of(), Optional.empty()).at(centre));
        }
    }

    private record Row(CentreCode centre, int done, int ongoing, int none) {}

    private final Jdbi jdbi;

    @Inject
    public CoursesGiven(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Everybody counts once at each centre: done with one course or more, or else enrolled in one, or else neither. */
    public Counts count() {
        List<Tally> tallies = jdbi
                .withHandle(handle -> handle.createQuery(
                                """
                                select centre, count(*) filter (where done) as done,
                                       count(*) filter (where ongoing and not done) as ongoing,
                                       count(*) filter (where not ongoing and not done) as none
                                  from (select centre, person_key, bool_or(state = 'COMPLETED') as done,
                                               bool_or(state = 'IN_MOODLE') as ongoing
                                          from assignments.assigned where state <> 'WITHDRAWN'
                                         group by centre, person_key) given
                                 group by centre""")
                        .mapTo(Row.class)
                        .list())
                .stream()
                .map(row -> new Tally(row.centre(), ANY_THEME, ANY_GROUP, row.done(), row.ongoing(), row.none()))
                .toList();
        CoverageRelease release = new CoverageRelease(tallies, Optional.empty());
        Release<Progress> municipality = release.inAll();
        return new Counts(
                municipality,
                Disclosure.byVerdict(municipality.withheld(), this::hours),
                tallies.stream().map(Tally::centre).collect(toMap(Function.identity(), release::at)));
    }

    private Hours hours() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select coalesce(sum(c.hours), 0) as known,
                               count(distinct a.course) filter (where c.hours is null) as without
                          from assignments.assigned a left join catalogue.course c on c.id = a.course
                         where a.state <> 'WITHDRAWN'""")
                .mapTo(Hours.class)
                .one());
    }
}
