package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The variation between shown centres, on the item scale. Made of what is shown, it may be shown. */
record StoredVariation(
        String round,
        ThemeCode theme,
        RespondentGroup grp,
        Scale scale,
        int centres,
        int n,
        double betweenSd,
        double betweenLow,
        double betweenHigh,
        double withinSd,
        double icc,
        double iccLow,
        double iccHigh) {

    static List<StoredVariation> ofRound(Handle handle, String round) {
        return handle.createQuery(
                        """
                        select v.*, m.scale from results.variation v
                          join results.round_result r on r.round = v.round and r.published is not null
                          join results.municipal_result m on m.round = v.round and m.theme = v.theme and m.grp = v.grp
                         where v.round = :round""")
                .bind("round", round)
                .mapTo(StoredVariation.class)
                .list();
    }

    Variation variation() {
        return new Variation(
                round,
                theme,
                grp,
                centres,
                n,
                percent(betweenSd),
                new Interval(percent(betweenLow), percent(betweenHigh)),
                percent(withinSd),
                icc,
                new Interval(iccLow, iccHigh));
    }

    private double percent(double spread) {
        return 100 * spread / (scale.max() - scale.min());
    }
}
