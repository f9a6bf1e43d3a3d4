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
import org.jdbi.v3.core.statement.Query;

/** The answers to an item, before anybody has asked whether they may be shown. */
record StoredItem(
        String item, RespondentGroup grp, int n, double mean, double variance, Optional<WithheldReason> withheld) {

    private static final String ITEMS =
            """
            select i.item, t.grp, t.item_n[i.place] as n, t.item_mean[i.place] as mean,
                   t.item_variance[i.place] as variance, t.items_withheld as withheld
              from results.theme_result t
              join results.round_result r on r.round = t.round and r.published is not null
              join results.municipal_result m on m.round = t.round and m.theme = t.theme and m.grp = t.grp
             cross join unnest(string_to_array(m.item_set, ' ')) with ordinality as i (item, place)
             where t.round = :round and t.centre = :centre""";

    static List<StoredItem> onTheme(Handle handle, CentreCode centre, String round, ThemeCode theme) {
        return read(handle.createQuery(ITEMS + " and t.theme = :theme").bind("theme", theme), centre, round);
    }

    static List<StoredItem> ofRound(Handle handle, CentreCode centre, String round) {
        return read(handle.createQuery(ITEMS), centre, round);
    }

    private static List<StoredItem> read(Query items, CentreCode centre, String round) {
        return items.bind("round", round)
                .bind("centre", centre)
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
