-- Each index that is kept of a theme, of all its items and of each subset, with what the centres whose figure is shown
-- come to together: worked out while the answers are at hand, so that a later round is compared without reading every
-- centre's results again.
alter table results.subset rename to kept_index;
alter table results.kept_index rename constraint subset_pkey to kept_index_pkey;
alter table results.kept_index
    add column centres            integer not null default 0,  -- with a shown figure
    add column cluster_size       double precision,             -- answers at the centre which the average person is in
    add column n                  integer not null default 0,
    add column mean               double precision,             -- on the item scale
    add column standard_error     double precision check (standard_error > 0),
    add column degrees_of_freedom double precision;

insert into results.kept_index (round, theme, grp, place, item_set)
select round, theme, grp, 0, item_set from results.municipal_result;

-- Rounds that were computed before have no standard errors: how the municipality moved since one of them is not told.
update results.kept_index i
   set centres = s.centres, cluster_size = s.cluster_size, n = s.n, mean = s.mean
  from (select k.round, k.theme, k.grp, k.place, count(*) as centres,
               sum(results.kept_n(t, k.place)::double precision * results.kept_n(t, k.place))
                 / sum(results.kept_n(t, k.place)) as cluster_size,
               sum(results.kept_n(t, k.place)) as n,
               sum(results.kept_n(t, k.place) * results.kept_mean(t, k.place)) / sum(results.kept_n(t, k.place)) as mean
          from results.kept_index k
          join results.theme_result t on t.round = k.round and t.theme = k.theme and t.grp = k.grp
         where results.kept_withheld(t, k.place) is null and results.kept_n(t, k.place) > 0
         group by k.round, k.theme, k.grp, k.place) s
 where s.round = i.round and s.theme = i.theme and s.grp = i.grp and s.place = i.place;

alter table results.kept_index alter column centres drop default, alter column n drop default;

drop function results.place_of(text, text, text, text, text);

-- Where the index of some items stands in a round.
create function results.place_of(of_round text, of_theme text, of_group text, items text) returns integer
    language sql stable as $$
    select place from results.kept_index i
     where i.round = of_round and i.theme = of_theme and i.grp = of_group and i.item_set = items
$$;
