package dk.kvalitetsbro.results;

import org.jdbi.v3.core.Handle;

/** Finds out, when a round closes, on which items each theme can be compared with the previous round. */
final class Comparisons {
    private Comparisons() {}

    static void set(Handle handle, String round, String previous) {
        handle.createUpdate(
                        """
                        insert into results.comparison (round, previous, theme, grp, asked, shared, item_set, place,
                                                        previous_place)
                        select m.round, p.round, m.theme, m.grp, cardinality(string_to_array(m.item_set, ' ')),
                               coalesce(cardinality(string_to_array(both_asked.items, ' ')), 0), both_asked.items,
                               results.place_of(m.round, m.theme, m.grp, both_asked.items),
                               results.place_of(p.round, p.theme, p.grp, both_asked.items)
                          from results.municipal_result m
                          join results.municipal_result p on p.round = :previous and p.theme = m.theme and p.grp = m.grp
                         cross join lateral (
                               select results.shared_items(m.item_set, p.item_set) as items) both_asked
                         where m.round = :round""")
                .bind("round", round)
                .bind("previous", previous)
                .execute();
    }
}
