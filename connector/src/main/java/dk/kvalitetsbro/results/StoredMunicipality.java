package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A group's result in the whole municipality, before anybody has asked whether it may be shown. */
record StoredMunicipality(
        String round,
        RespondentGroup grp,
        Scale scale,
        int n,
        double mean,
        double variance,
        int raters,
        int families,
        boolean allAlike,
        Optional<Double> baselineMean,
        Optional<Double> baselineSd) {

    static List<StoredMunicipality> onTheme(Handle handle, ThemeCode theme) {
        return handle.createQuery(
                        """
                        select m.round, m.grp, m.scale, m.n, m.mean, m.variance, m.raters, m.families, m.all_alike,
                               b.mean as baseline_mean, b.sd as baseline_sd
                          from results.municipal_result m
                          join results.round_result r on r.round = m.round and r.published is not null
                          left join results.baseline b on b.theme = m.theme and b.grp = m.grp
                                                      and b.item_set = m.item_set
                         where m.theme = :theme""")
                .bind("theme", theme)
                .mapTo(StoredMunicipality.class)
                .list();
    }

    MunicipalResult release(Thresholds thresholds) {
        Counts behind = new Counts(grp, n, families, raters, allAlike);
        return new MunicipalResult(
                round, grp, Results.disclosure(thresholds).acrossCentres(behind, () -> index(thresholds)));
    }

    private Index index(Thresholds thresholds) {
        return new Index(
                scale,
                new Summary(n, mean, variance),
                baselineMean.flatMap(center -> baselineSd.map(sd -> new Scale500(center, sd))),
                thresholds.confidence(),
                false);
    }
}
