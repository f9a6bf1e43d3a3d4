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

-- Every index that is kept: of the items asked, and of each subset of them.
create view results.kept_index as
    select t.round, t.centre, t.theme, t.grp, m.item_set, t.n, t.mean, t.variance, t.withheld
      from results.theme_result t
      join results.municipal_result m on m.round = t.round and m.theme = t.theme and m.grp = t.grp
    union all
    select t.round, t.centre, t.theme, t.grp, s.item_set, t.subset_n[s.place], t.subset_mean[s.place],
           t.subset_variance[s.place], t.subset_withheld[s.place]
      from results.subset s
      join results.theme_result t on t.round = s.round and t.theme = s.theme and t.grp = s.grp;
