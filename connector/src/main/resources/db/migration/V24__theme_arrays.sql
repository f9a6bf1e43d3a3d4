-- One row holds all that is kept of a theme at a centre: what is kept of single items and of subsets of them stands in
-- arrays beside it, instead of in a row of its own each, ten times as many.
create table results.subset (
    round    text not null,
    theme    text not null,
    grp      text not null,
    place    integer not null,                  -- in the arrays of theme_result, from 1
    item_set text not null,                     -- two or more of the items asked, but not all, in alphabetical order
    primary key (round, theme, grp, place)
);

alter table results.theme_result
    add column item_n          integer[] not null default '{}', -- in the order of municipal_result.item_set
    add column item_mean       double precision[] not null default '{}', -- negatively worded items are turned around
    add column item_variance   double precision[] not null default '{}',
    add column items_withheld  text default 'TO_PROTECT_ANOTHER',        -- all of a theme or none
    add column subset_n        integer[] not null default '{}', -- in the order of subset.place
    add column subset_mean     double precision[] not null default '{}',
    add column subset_variance double precision[] not null default '{}',
    add column subset_withheld text[] not null default '{}';    -- null where it may be told

update results.theme_result t
   set item_n = i.n, item_mean = i.mean, item_variance = i.variance
  from (select round, centre, theme, grp, array_agg(n order by item collate "C") as n,
               array_agg(mean order by item collate "C") as mean,
               array_agg(variance order by item collate "C") as variance
          from results.item_result group by round, centre, theme, grp) i
 where i.round = t.round and i.centre = t.centre and i.theme = t.theme and i.grp = t.grp;

insert into results.subset (round, theme, grp, place, item_set)
select round, theme, grp, row_number() over (partition by round, theme, grp order by item_set collate "C"), item_set
  from (select distinct round, theme, grp, item_set from results.subset_result) kept;

update results.theme_result t
   set subset_n = s.n, subset_mean = s.mean, subset_variance = s.variance, subset_withheld = s.withheld
  from (select round, centre, theme, grp, array_agg(n order by item_set collate "C") as n,
               array_agg(mean order by item_set collate "C") as mean,
               array_agg(variance order by item_set collate "C") as variance,
               array_agg(withheld order by item_set collate "C") as withheld
          from results.subset_result group by round, centre, theme, grp) s
 where s.round = t.round and s.centre = t.centre and s.theme = t.theme and s.grp = t.grp;

drop view results.kept_index;
drop table results.subset_result;
drop table results.item_result;
alter table results.theme_result
    alter column item_n drop default, alter column item_mean drop default, alter column item_variance drop default,
    alter column items_withheld drop default, alter column subset_n drop default, alter column subset_mean drop default,
    alter column subset_variance drop default, alter column subset_withheld drop default;

-- Nobody searches in the arrays, and to find out what is in them is most of what analyzing the table would cost.
alter table results.theme_result
    alter column item_n set statistics 0, alter column item_mean set statistics 0,
    alter column item_variance set statistics 0, alter column subset_n set statistics 0,
    alter column subset_mean set statistics 0, alter column subset_variance set statistics 0,
    alter column subset_withheld set statistics 0;

-- What a round is compared with the previous one on: the items that both asked. A place is where the index of those
-- items stands: 0 is the theme's own, others those of subset, and null means that it was not kept.
create table results.comparison (
    round          text not null,
    previous       text not null,
    theme          text not null,
    grp            text not null,
    asked          integer not null,            -- items on the theme in this round
    shared         integer not null,            -- of which the previous round asked too; 0 for one, which is no index
    item_set       text,                        -- the shared items; null where there are none
    place          integer,
    previous_place integer,
    primary key (round, theme, grp)
);

create function results.kept_n(t results.theme_result, place integer) returns integer
    language sql immutable as $$ select case place when 0 then t.n else t.subset_n[place] end $$;
create function results.kept_mean(t results.theme_result, place integer) returns double precision
    language sql immutable as $$ select case place when 0 then t.mean else t.subset_mean[place] end $$;
create function results.kept_variance(t results.theme_result, place integer) returns double precision
    language sql immutable as $$ select case place when 0 then t.variance else t.subset_variance[place] end $$;
create function results.kept_withheld(t results.theme_result, place integer) returns text
    language sql immutable as $$ select case place when 0 then t.withheld else t.subset_withheld[place] end $$;

-- Where the index of some items stands in a round.
create function results.place_of(of_round text, of_theme text, of_group text, items text, all_items text) returns integer
    language sql stable as $$
    select case when items = all_items then 0
                else (select place from results.subset s
                       where s.round = of_round and s.theme = of_theme and s.grp = of_group and s.item_set = items) end
$$;

-- Rounds that were computed before.
insert into results.comparison (round, previous, theme, grp, asked, shared, item_set, place, previous_place)
select m.round, p.round, m.theme, m.grp, cardinality(string_to_array(m.item_set, ' ')),
       coalesce(cardinality(string_to_array(both_asked.items, ' ')), 0), both_asked.items,
       results.place_of(m.round, m.theme, m.grp, both_asked.items, m.item_set),
       results.place_of(p.round, p.theme, p.grp, both_asked.items, p.item_set)
  from results.round_result r
  join results.municipal_result m on m.round = r.round
  join results.municipal_result p on p.round = r.previous and p.theme = m.theme and p.grp = m.grp
 cross join lateral (select results.shared_items(m.item_set, p.item_set) as items) both_asked;
