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
                        with needed as (
                            select round, theme, grp, item_set, 0 as place, true as own, 2 as turn
                              from results.municipal_result where round = :round
                             union all
                            select previous, theme, grp, item_set, previous_place, previous_place = 0, 1
                              from results.comparison where round = :round and previous_place is not null
                             union all
                            select round, theme, grp, item_set, place, place = 0, 2
                              from results.comparison where round = :round and place > 0),
                        missing as (
                            select n.* from needed n
                              left join results.baseline b on b.theme = n.theme and b.grp = n.grp
                                                          and b.item_set = n.item_set
                             where b.theme is null),
                        shown as (
                            select m.round, m.theme, m.grp, m.item_set, m.turn, results.kept_n(t, m.place) as n,
                                   results.kept_mean(t, m.place) as mean, results.kept_variance(t, m.place) as variance
                              from missing m
                              join results.theme_result t on t.round = m.round and t.theme = m.theme and t.grp = m.grp
                             where results.kept_withheld(t, m.place) is null and results.kept_n(t, m.place) > 0),
                        whole as (
                            select round, theme, grp, item_set, sum(n) as n, sum(n * mean) / sum(n) as mean
                              from shown group by round, theme, grp, item_set),
                        possible as (
                            select m.round, m.theme, m.grp, m.item_set, m.turn, 1 as place, r.mean, r.variance
                              from missing m
                              join results.municipal_result r on r.round = m.round and r.theme = m.theme
                                                             and r.grp = m.grp
                             where m.own and r.withheld is null
                             union all
                            select s.round, s.theme, s.grp, s.item_set, s.turn, 2, w.mean,
                                   sum((s.n - 1) * s.variance + s.n * (s.mean - w.mean) ^ 2) / (w.n - 1)
                              from shown s
                              join whole w on w.round = s.round and w.theme = s.theme and w.grp = s.grp
                                          and w.item_set = s.item_set
                             where w.n > 1
                             group by s.round, s.theme, s.grp, s.item_set, s.turn, w.mean, w.n)
                        insert into results.baseline (theme, grp, item_set, round, mean, sd)
                        select distinct on (theme, grp, item_set) theme, grp, item_set, round, mean, sqrt(variance)
                          from possible
                         where variance > 1e-9
                         order by theme, grp, item_set, turn, place""")
                .bind("round", round)
                .execute();
    }
}
