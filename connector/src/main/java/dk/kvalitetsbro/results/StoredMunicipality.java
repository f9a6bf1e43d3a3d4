package dk.kvalitetsbro.results;

import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A group's result in the whole municipality or one of its areas, before anybody has asked whether it may be shown. */
record StoredMunicipality(
        String round,
        ThemeCode theme,
        RespondentGroup grp,
        Scale scale,
        int n,
        double mean,
        double variance,
        Optional<WithheldReason> withheld,
        Optional<Double> baselineMean,
        Optional<Double> baselineSd) {

    private static final String SELECT =
            """
            select m.round, m.theme, m.grp, m.scale, m.n, m.mean, m.variance, m.withheld,
                   b.mean as baseline_mean, b.sd as baseline_sd
              from results.municipal_result m
              join results.round_result r on r.round = m.round and r.published is not null
              left join results.baseline b on b.theme = m.theme and b.grp = m.grp and b.item_set = m.item_set
             where\s""";

    static List<StoredMunicipality> onTheme(Handle handle, ThemeCode theme) {
        return handle.createQuery(SELECT + "m.theme = :theme")
                .bind("theme", theme)
                .mapTo(StoredMunicipality.class)
                .list();
    }

    static List<StoredMunicipality> ofRound(Handle handle, String round) {
        return handle.createQuery(SELECT + "m.round = :round")
                .bind("round", round)
                .mapTo(StoredMunicipality.class)
                .list();
    }

    static List<StoredMunicipality> ofArea(Handle handle, String round, String area) {
        return handle.createQuery(
                        """
                        select a.round, a.theme, a.grp, m.scale, a.n, a.mean, a.variance, a.withheld,
                               b.mean as baseline_mean, b.sd as baseline_sd
                          from results.area_result a
                          join results.round_result r on r.round = a.round and r.published is not null
                          join results.municipal_result m on m.round = a.round and m.theme = a.theme and m.grp = a.grp
                          left join results.baseline b on b.theme = m.theme and b.grp = m.grp
                                                      and b.item_set = m.item_set
                         where a.round = :round and a.area = :area""")
                .bind("round", round)
                .bind("area", area)
                .mapTo(StoredMunicipality.class)
                .list();
    }

    MunicipalResult release(Thresholds thresholds) {
        return new MunicipalResult(round, theme, grp, Disclosure.byVerdict(withheld, () -> index(thresholds)));
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
