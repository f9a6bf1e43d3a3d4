package dk.kvalitetsbro.overview;

import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Counts what leaders have decided, centre by centre; needs of older rounds have given way to those of the newest. */
@ApplicationScoped
public class DecisionCounts {
    private record Row(CentreCode centre, int undecided, int accepted, int deferred, int rejected) {
        Decisions decisions() {
            return new Decisions(undecided, accepted, deferred, rejected);
        }
    }

    private final Jdbi jdbi;
    private final Rounds rounds;
    private final Clock clock;

    @Inject
    public DecisionCounts(Jdbi jdbi, Rounds rounds, Clock clock) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** @return those of the centres that are open today and have any */
    public Map<CentreCode, Decisions> byCentre() {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                """
                                select n.centre, count(*) filter (where n.choice is null) as undecided,
                                       count(*) filter (where n.choice = 'ACCEPTED') as accepted,
                                       count(*) filter (where n.choice = 'DEFERRED') as deferred,
                                       count(*) filter (where n.choice = 'REJECTED') as rejected
                                  from themes.need_decided n
                                  join organisation.centres_on(:today) c on c.code = n.centre
                                 where n.round is null or n.choice is not null or n.round = :newest
                                 group by n.centre""")
                        .bind("today", LocalDate.now(clock))
                        .bind(
                                "newest",
                                rounds.newestPublished().map(Round::code).orElse(null))
                        .mapTo(Row.class)
                        .list())
                .stream()
                .collect(toMap(Row::centre, Row::decisions));
    }

    /** @return of all centres together */
    public Decisions together() {
        return byCentre().values().stream().reduce(Decisions.NONE, Decisions::plus);
    }
}
