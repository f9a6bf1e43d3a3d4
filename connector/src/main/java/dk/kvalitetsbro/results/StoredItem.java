package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The answers to an item, before anybody has asked whether they may be shown. */
record StoredItem(
        String item, RespondentGroup grp, int n, double mean, double variance, Optional<WithheldReason> withheld) {

    static List<StoredItem> onTheme(Handle handle, CentreCode centre, String round, ThemeCode theme) {
        return handle.createQuery(
                        """
                        select i.item, i.grp, i.n, i.mean, i.variance, i.withheld from results.item_result i
                          join results.round_result r on r.round = i.round and r.published is not null
                         where i.round = :round and i.centre = :centre and i.theme = :theme""")
                .bind("round", round)
                .bind("centre", centre)
                .bind("theme", theme)
                .mapTo(StoredItem.class)
                .list();
    }

    Release<Index> release(Scale scale, Thresholds thresholds) {
        return Disclosure.byVerdict(
                withheld,
                () -> new Index(
                        scale, new Summary(n, mean, variance), Optional.empty(), thresholds.confidence(), false));
    }
}
