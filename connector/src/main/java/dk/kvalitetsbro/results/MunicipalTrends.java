package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Works out, when a round closes, how the municipality moved since the previous one, and reads it again. */
final class MunicipalTrends {
    /** What the centres that are shown came to in both rounds, on the item scale. */
    record Rounds(
            ThemeCode theme,
            RespondentGroup grp,
            Scale scale,
            int asked,
            int shared,
            int centresThen,
            int centresNow,
            int nThen,
            int nNow,
            double meanThen,
            double errorThen,
            double freedomThen,
            double meanNow,
            double errorNow,
            double freedomNow) {

        /** In percent of maximum possible. */
        Estimate change() {
            return new Estimate(meanNow, errorNow, freedomNow)
                    .minus(new Estimate(meanThen, errorThen, freedomThen))
                    .times(scale.pompPerStep());
        }
    }

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

    /** No row where the answers of either round say nothing about uncertainty. */
    static void set(Handle handle, String round, String previous) {
        List<Rounds> compared = handle.createQuery(
                        """
                        select c.theme, c.grp, m.scale, c.asked, c.shared, past.centres as centres_then,
                               present.centres as centres_now, past.n as n_then, present.n as n_now,
                               past.mean as mean_then, past.standard_error as error_then,
                               past.degrees_of_freedom as freedom_then, present.mean as mean_now,
                               present.standard_error as error_now, present.degrees_of_freedom as freedom_now
                          from results.comparison c
                          join results.municipal_result m on m.round = c.round and m.theme = c.theme and m.grp = c.grp
                          join results.kept_index present on present.round = c.round and present.theme = c.theme
                               and present.grp = c.grp and present.place = c.place
                          join results.kept_index past on past.round = c.previous and past.theme = c.theme
                               and past.grp = c.grp and past.place = c.previous_place
                         where c.round = :round and present.standard_error is not null
                           and past.standard_error is not null""")
                .bind("round", round)
                .mapTo(Rounds.class)
                .list();
        try (CopyBuffer rows = new CopyBuffer(
                handle,
                """
                results.municipal_trend (round, previous, theme, grp, asked, shared, centres_then, centres_now, n_then,
                                         n_now, change, standard_error, degrees_of_freedom)""")) {
            compared.forEach(each -> add(rows, round, previous, each));
        }
    }

    private static void add(CopyBuffer rows, String round, String previous, Rounds compared) {
        Estimate change = compared.change();
        rows.row(
                round,
                previous,
                compared.theme(),
                compared.grp(),
                compared.asked(),
                compared.shared(),
                compared.centresThen(),
                compared.centresNow(),
                compared.nThen(),
                compared.nNow(),
                change.value(),
                change.standardError(),
                change.degreesOfFreedom());
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
