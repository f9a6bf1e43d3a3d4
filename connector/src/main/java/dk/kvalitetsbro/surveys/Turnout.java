package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** How many have answered, by round and group, in the whole municipality. Counts only; nothing about what they said. */
@ApplicationScoped
class Turnout {
    /**
     * @param answered responses, also when the answers themselves have been deleted
     * @param families distinct families behind parents' responses; 0 for other groups
     * @param eligible those who were invited, families where parents answer; 0 as long as no list has been imported
     */
    public record Count(String round, RespondentGroup grp, long answered, long families, long eligible) {
        /** @return percent */
        public OptionalDouble rate() {
            OptionalDouble share =
                    ResponseRate.of(grp, answered, families, eligible).rate();
            return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
        }
    }

    private final Jdbi jdbi;

    @Inject
    Turnout(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return every round's counts, one for each group in its fixed order */
    Map<String, List<Count>> byRound() {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                """
                        select r.code as round, g.grp, coalesce(t.answered, l.answered, 0) as answered,
                               coalesce(t.families, l.families, 0) as families, coalesce(e.invited, 0) as eligible
                          from surveys.round r
                         cross join unnest(:groups) with ordinality as g (grp, position)
                          left join surveys.turnout t on t.round = r.code and t.grp = g.grp
                          left join (select round, grp, count(*) as answered, count(distinct family) as families
                                       from surveys.response group by 1, 2) l
                                 on l.round = r.code and l.grp = g.grp
                          left join (select round, grp, sum(invited) as invited from surveys.eligible group by 1, 2) e
                                 on e.round = r.code and e.grp = g.grp
                         order by r.code, g.position""")
                        .bindArray("groups", String.class, (Object[]) names())
                        .mapTo(Count.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(Count::round));
    }

    private static String[] names() {
        return java.util.Arrays.stream(RespondentGroup.values()).map(Enum::name).toArray(String[]::new);
    }
}
