package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Two rounds' indexes of the items that both asked, before anybody has asked whether they may be shown. */
record StoredTrend(
        String earlier,
        String later,
        RespondentGroup grp,
        Scale scale,
        int asked,
        int shared,
        Optional<Double> alphaThen,
        Optional<Double> alphaNow,
        Optional<Integer> thenN,
        double thenMean,
        double thenVariance,
        Optional<WithheldReason> thenWithheld,
        Optional<Integer> nowN,
        double nowMean,
        double nowVariance,
        Optional<WithheldReason> nowWithheld) {

    /** A centre without judgements, as childminding, has no figures of its own and no trend either. */
    static List<StoredTrend> onTheme(Handle handle, CentreCode centre, ThemeCode theme) {
        return handle.createQuery(
                        """
                        select c.previous as earlier, c.round as later, c.grp, m.scale, c.asked, c.shared,
                               pt.alpha as alpha_then, t.alpha as alpha_now,
                               results.kept_n(pt, c.previous_place) as then_n,
                               coalesce(results.kept_mean(pt, c.previous_place), 0) as then_mean,
                               coalesce(results.kept_variance(pt, c.previous_place), 0) as then_variance,
                               results.kept_withheld(pt, c.previous_place) as then_withheld,
                               results.kept_n(t, c.place) as now_n,
                               coalesce(results.kept_mean(t, c.place), 0) as now_mean,
                               coalesce(results.kept_variance(t, c.place), 0) as now_variance,
                               results.kept_withheld(t, c.place) as now_withheld
                          from results.comparison c
                          join results.round_result r on r.round = c.round
                          join results.round_result pr on pr.round = c.previous and pr.published is not null
                          join results.municipal_result m on m.round = c.round and m.theme = c.theme and m.grp = c.grp
                          join results.judgement j on j.round = c.round and j.centre = :centre and j.theme = c.theme
                                                  and j.grp = c.grp
                          join results.theme_result t on t.round = c.round and t.centre = j.centre and t.theme = c.theme
                                                     and t.grp = c.grp
                          join results.theme_result pt on pt.round = c.previous and pt.centre = j.centre
                                                      and pt.theme = c.theme and pt.grp = c.grp
                         where r.published is not null and c.theme = :theme""")
                .bind("centre", centre)
                .bind("theme", theme)
                .mapTo(StoredTrend.class)
                .list();
    }

    /** Whether it may be shown is asked first: why else there is nothing would tell about those who answered. */
    Trend release(Thresholds then, Thresholds now) {
        if (shared == 0) {
            return trend(Trend.Basis.OTHER_ITEMS, Optional.empty());
        }
        if (thenN.isEmpty() || nowN.isEmpty()) {
            return trend(Trend.Basis.NOT_KEPT, Optional.empty());
        }
        Release<Trend.Change> change = change(now);
        boolean loose = alphaThen.orElse(0.0) < then.alpha() || alphaNow.orElse(0.0) < now.alpha();
        if (change.isShown() && loose) {
            return trend(Trend.Basis.SINGLE_ITEMS, Optional.empty());
        }
        return trend(shared == asked ? Trend.Basis.SAME_ITEMS : Trend.Basis.SHARED_ITEMS, Optional.of(change));
    }

    private Trend trend(Trend.Basis basis, Optional<Release<Trend.Change>> change) {
        return new Trend(grp, earlier, later, asked, shared, basis, change);
    }

    /** A change is told where both of its rounds are. */
    private Release<Trend.Change> change(Thresholds now) {
        return Disclosure.byVerdict(thenWithheld.or(() -> nowWithheld), () -> change(now.confidence()));
    }

    private Trend.Change change(double confidence) {
        Summary before = scale.pomp(new Summary(thenN.orElse(0), thenMean, thenVariance));
        Summary after = scale.pomp(new Summary(nowN.orElse(0), nowMean, nowVariance));
        return new Trend.Change(
                before.n(),
                after.n(),
                after.mean() - before.mean(),
                Estimate.ofDifference(after, before).map(difference -> difference.interval(confidence)));
    }
}
