package dk.kvalitetsbro.overview;

import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Findings without a measure. A measure is here what a leader decided together with courses given because of it; of the
 * municipality's own findings, that the theme is its focus and that somebody was given a course on it since. A finding that
 * a leader put aside with a reason is answered.
 */
@ApplicationScoped
public class OpenFindings {
    private final Jdbi jdbi;
    private final Rounds rounds;
    private final Themes themes;
    private final Clock clock;

    @Inject
    public OpenFindings(Jdbi jdbi, Rounds rounds, Themes themes, Clock clock) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.themes = themes;
        this.clock = clock;
    }

    /**
     * Everybody's, the municipality's own first, then centre by centre in alphabetical order. Undecided ones of older rounds
     * have given way to those of the newest.
     */
    public List<OpenFinding> all() {
        String newest = rounds.newestPublished().map(Round::code).orElse(null);
        List<Theme> ordered = themes.all();
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        with waiting as (
                            select c.code as centre, c.name as centre_name, c.area_code as area, n.theme, n.round,
                                   case when n.choice is null then 'UNDECIDED' when n.choice = 'DEFERRED' then 'DEFERRED'
                                        else 'NOTHING_ASSIGNED' end as status,
                                   coalesce(n.decided, n.raised) as since
                              from themes.need_decided n
                              join organisation.centres_on(:today) c on c.code = n.centre
                             where n.source = 'FINDING' and n.choice is distinct from 'REJECTED'
                               and (n.choice is not null or n.round = :newest)
                               and not exists (select from assignments.assigned a
                                                where a.need = n.id and a.state <> 'WITHDRAWN')
                             union all
                            select null, '', '', f.theme, f.round,
                                   case when f.theme = any (:focus) then 'NOTHING_ASSIGNED' else 'UNDECIDED' end,
                                   f.published
                              from results.municipal_shortfall f
                             where f.round = :newest
                               and not (f.theme = any (:focus)
                                        and exists (select from assignments.assigned a
                                                      join themes.need_decided n on n.id = a.need
                                                     where n.theme = f.theme and a.state <> 'WITHDRAWN'
                                                       and a.assigned >= f.published)))
                        select * from waiting
                         order by centre is not null, centre_name, centre, array_position(:themes, theme), round desc""")
                .bind("today", LocalDate.now(clock))
                .bind("newest", newest)
                .bindArray(
                        "focus",
                        String.class,
                        ordered.stream()
                                .filter(Theme::focus)
                                .map(theme -> theme.code().value())
                                .toList())
                .bindArray(
                        "themes",
                        String.class,
                        ordered.stream().map(theme -> theme.code().value()).toList())
                .mapTo(OpenFinding.class)
                .list());
    }

    /** @return the centre's needs that its leader decided to go on with, and for which nobody has been given a course */
    public Set<Long> withoutCourses(CentreCode centre) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select n.id from themes.need_decided n
                         where n.centre = :centre and n.choice = 'ACCEPTED'
                           and not exists (select from assignments.assigned a
                                            where a.need = n.id and a.state <> 'WITHDRAWN')""")
                .bind("centre", centre)
                .mapTo(Long.class)
                .collect(toSet()));
    }
}
