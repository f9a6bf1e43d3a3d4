package dk.kvalitetsbro.results;

import org.jdbi.v3.core.Handle;

/**
 * What 500 and 100 points are: for each group and theme, mean and spread of the first round that is told of these items,
 * never computed again.
 *
 * <p>Points beside percent tell the baseline to anybody who has two of each. So a baseline is made of figures that are
 * shown: the municipality's of the items asked, where it is; else, and of a part of an earlier round's items, that of the
 * centres whose theme is shown, taken together.
 */
final class Baselines {
    private Baselines() {}

    /** Sets those that the round needs and nobody has set: of the items it asks, and of those the previous round asked too. */
    static void set(Handle handle, String round) {
        handle.createUpdate(
                        """
                        with told as (select round, previous from results.round_result where round = :round),
                        needed as (
                            select m.theme, m.grp, m.item_set as items
                              from results.municipal_result m where m.round = :round
                             union
                            select m.theme, m.grp, results.shared_items(m.item_set, p.item_set)
                              from told
                              join results.municipal_result m on m.round = told.round
                              join results.municipal_result p on p.round = told.previous and p.theme = m.theme
                                                             and p.grp = m.grp),
                        missing as (
                            select n.* from needed n
                              left join results.baseline b on b.theme = n.theme and b.grp = n.grp and b.item_set = n.items
                             where n.items is not null and b.theme is null),
                        possible as (
                            select m.round, m.theme, m.grp, m.item_set as items, 1 as place, m.mean, m.variance
                              from results.municipal_result m
                              join told on m.round in (told.round, told.previous)
                             where m.withheld is null
                             union all
                            select k.round, k.theme, k.grp, k.item_set, 2, w.mean,
                                   sum((k.n - 1) * k.variance + k.n * (k.mean - w.mean) ^ 2) / (w.n - 1)
                              from results.kept_index k
                              join (select s.round, s.theme, s.grp, s.item_set, sum(s.n) as n,
                                           sum(s.n * s.mean) / nullif(sum(s.n), 0) as mean
                                      from results.kept_index s
                                      join told on s.round in (told.round, told.previous)
                                      join missing m on m.theme = s.theme and m.grp = s.grp and m.items = s.item_set
                                     where s.withheld is null
                                     group by s.round, s.theme, s.grp, s.item_set) w
                                on w.round = k.round and w.theme = k.theme and w.grp = k.grp and w.item_set = k.item_set
                             where w.n > 1 and k.withheld is null
                             group by k.round, k.theme, k.grp, k.item_set, w.mean, w.n)
                        insert into results.baseline (theme, grp, item_set, round, mean, sd)
                        select distinct on (m.theme, m.grp, m.items)
                               m.theme, m.grp, m.items, p.round, p.mean, sqrt(p.variance)
                          from missing m
                          join possible p on p.theme = m.theme and p.grp = m.grp and p.items = m.items
                         where p.variance > 1e-9
                         order by m.theme, m.grp, m.items, p.round = :round, p.place""")
                .bind("round", round)
                .execute();
    }
}
