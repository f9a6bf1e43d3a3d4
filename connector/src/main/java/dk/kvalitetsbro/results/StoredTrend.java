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
                        select p.round as earlier, m.round as later, m.grp, m.scale,
                               cardinality(string_to_array(m.item_set, ' ')) as asked,
                               coalesce(cardinality(string_to_array(both_asked.items, ' ')), 0) as shared,
                               pt.alpha as alpha_then, t.alpha as alpha_now,
                               a.n as then_n, coalesce(a.mean, 0) as then_mean, coalesce(a.variance, 0) as then_variance,
                               a.withheld as then_withheld,
                               b.n as now_n, coalesce(b.mean, 0) as now_mean, coalesce(b.variance, 0) as now_variance,
                               b.withheld as now_withheld
                          from results.round_result r
                          join results.round_result pr on pr.round = r.previous and pr.published is not null
                          join results.municipal_result m on m.round = r.round and m.theme = :theme
                          join results.municipal_result p on p.round = pr.round and p.theme = m.theme and p.grp = m.grp
                          join results.judgement j on j.round = m.round and j.centre = :centre and j.theme = m.theme
                                                  and j.grp = m.grp
                          join results.theme_result t on t.round = m.round and t.centre = j.centre and t.theme = m.theme
                                                     and t.grp = m.grp
                          join results.theme_result pt on pt.round = p.round and pt.centre = j.centre
                                                      and pt.theme = m.theme and pt.grp = m.grp
                         cross join lateral (select results.shared_items(p.item_set, m.item_set) as items) both_asked
                          left join results.kept_index a on a.round = p.round and a.centre = j.centre
                                                        and a.theme = m.theme and a.grp = m.grp
                                                        and a.item_set = both_asked.items
                          left join results.kept_index b on b.round = m.round and b.centre = j.centre
                                                        and b.theme = m.theme and b.grp = m.grp
                                                        and b.item_set = both_asked.items
                         where r.published is not null""")
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
