-- What theme_result is for all items asked on a theme, for every two or more of them: a later round that asks only some
-- of the items can then still be compared, although the answers themselves are gone.
create table results.subset_result (
    round     text not null,
    centre    text not null,
    theme     text not null,
    grp       text not null,
    item_set  text not null,                    -- as in municipal_result, but not all of the items asked
    n         integer not null,
    mean      double precision not null,
    variance  double precision not null,
    raters    integer not null,
    families  integer not null,
    all_alike boolean not null,
    primary key (round, centre, theme, grp, item_set)
);

-- Every index that is kept: of the items asked, and of each subset of them.
create view results.kept_index as
    select t.round, t.centre, t.theme, t.grp, m.item_set, t.n, t.mean, t.variance, t.raters, t.families, t.all_alike
      from results.theme_result t
      join results.municipal_result m on m.round = t.round and m.theme = t.theme and m.grp = t.grp
    union all
    select round, centre, theme, grp, item_set, n, mean, variance, raters, families, all_alike from results.subset_result;

-- The items that stand in both sets, as a set; none when they are fewer than two, since one item is no index.
create function results.shared_items(one text, other text) returns text
    language sql immutable as $$
    select case when count(*) >= 2 then string_agg(item, ' ' order by item collate "C") end
      from (select unnest(string_to_array(one, ' ')) intersect select unnest(string_to_array(other, ' '))) both_asked (item)
$$;
