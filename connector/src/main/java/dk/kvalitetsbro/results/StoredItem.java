package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The answers to an item, before anybody has asked whether they may be shown. */
record StoredItem(String item, RespondentGroup grp, int n, double mean, double variance, int raters, int families) {

    static List<StoredItem> onTheme(Handle handle, CentreCode centre, String round, ThemeCode theme) {
        return handle.createQuery(
                        """
                        select item, grp, n, mean, variance, raters, families from results.item_result
                         where round = :round and centre = :centre and theme = :theme""")
                .bind("round", round)
                .bind("centre", centre)
                .bind("theme", theme)
                .mapTo(StoredItem.class)
                .list();
    }

    Release<Index> release(Scale scale, Thresholds thresholds) {
        Counts behind = new Counts(grp, n, families, raters, variance == 0);
        return Results.disclosure(thresholds)
                .atCentre(
                        behind,
                        () -> new Index(
                                scale,
                                new Summary(n, mean, variance),
                                Optional.empty(),
                                thresholds.confidence(),
                                false));
    }
}
