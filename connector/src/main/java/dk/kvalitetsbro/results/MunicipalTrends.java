package dk.kvalitetsbro.results;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.MunicipalMean;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Works out, when a round closes, how the municipality moved since the previous one, and reads it again. */
final class MunicipalTrends {
    /** A centre's index of the items that both rounds asked. */
    record SharedIndex(
            boolean now,
            ThemeCode theme,
            RespondentGroup grp,
            Scale scale,
            int asked,
            int shared,
            int n,
            double mean,
            double variance) {

        Compared compared() {
            return new Compared(theme, grp, asked, shared);
        }

        Summary pomp() {
            return scale.pomp(new Summary(n, mean, variance));
        }
    }

    /** What is compared between the rounds. */
    record Compared(ThemeCode theme, RespondentGroup group, int asked, int shared) {}

    /** Its row. */
    record Row(
            String previous,
            String round,
            ThemeCode theme,
            RespondentGroup grp,
            int asked,
            int shared,
            int centresThen,
            int centresNow,
            int nThen,
            int nNow,
            double change,
            double standardError,
            double degreesOfFreedom) {

        MunicipalTrend trend(double confidence) {
            return new MunicipalTrend(
                    previous,
                    round,
                    theme,
                    grp,
                    asked,
                    shared,
                    centresThen,
                    centresNow,
                    nThen,
                    nNow,
                    new Estimate(change, standardError, degreesOfFreedom),
                    confidence);
        }
    }

    private MunicipalTrends() {}

    static void set(Handle handle, String round, String previous) {
        Map<Compared, Map<Boolean, List<Summary>>> centres = handle
                .createQuery(
                        """
                                select each.now, c.theme, c.grp, m.scale, c.asked, c.shared,
                                       results.kept_n(t, each.place) as n, results.kept_mean(t, each.place) as mean,
                                       results.kept_variance(t, each.place) as variance
                                  from results.comparison c
                                  join results.municipal_result m on m.round = c.round and m.theme = c.theme
                                                                 and m.grp = c.grp
                                 cross join lateral (values (true, c.round, c.place),
                                                            (false, c.previous, c.previous_place))
                                         as each (now, round, place)
                                  join results.theme_result t on t.round = each.round and t.theme = c.theme
                                                             and t.grp = c.grp
                                 where c.round = :round and results.kept_withheld(t, each.place) is null
                                   and results.kept_n(t, each.place) is not null""")
                .bind("round", round)
                .mapTo(SharedIndex.class)
                .stream()
                .collect(groupingBy(
                        SharedIndex::compared, groupingBy(SharedIndex::now, mapping(SharedIndex::pomp, toList()))));
        try (CopyBuffer rows = new CopyBuffer(
                handle,
                """
                results.municipal_trend (round, previous, theme, grp, asked, shared, centres_then, centres_now, n_then,
                                         n_now, change, standard_error, degrees_of_freedom)""")) {
            centres.forEach((compared, summaries) -> mean(summaries, false).ifPresent(then -> mean(summaries, true)
                    .ifPresent(now -> add(rows, round, previous, compared, then, now))));
        }
    }

    private static Optional<MunicipalMean> mean(Map<Boolean, List<Summary>> centres, boolean now) {
        return MunicipalMean.of(centres.getOrDefault(now, List.of()));
    }

    /** No row where the answers say nothing about uncertainty. */
    private static void add(
            CopyBuffer rows, String round, String previous, Compared compared, MunicipalMean then, MunicipalMean now) {
        now.estimate()
                .flatMap(later -> then.estimate().map(later::minus))
                .ifPresent(change -> rows.row(
                        round,
                        previous,
                        compared.theme(),
                        compared.group(),
                        compared.asked(),
                        compared.shared(),
                        then.centres(),
                        now.centres(),
                        then.answers().n(),
                        now.answers().n(),
                        change.value(),
                        change.standardError(),
                        change.degreesOfFreedom()));
    }

    /** Those of a published round; its previous round has to be published, too. */
    static List<Row> of(Handle handle, String round) {
        return handle.createQuery(
                        """
                        select t.* from results.municipal_trend t
                          join results.round_result r on r.round = t.round and r.published is not null
                          join results.round_result p on p.round = t.previous and p.published is not null
                         where t.round = :round""")
                .bind("round", round)
                .mapTo(Row.class)
                .list();
    }
}
