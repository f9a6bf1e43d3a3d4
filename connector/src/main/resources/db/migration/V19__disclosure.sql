-- What disclosure control decided about everything that a round publishes together: why a figure is withheld, null where
-- it may be shown. It was not asked about rounds computed before: of those, nothing is shown any more.
alter table results.participation
    add column area           text not null default '',         -- of the centre in that round
    add column only_in_totals boolean not null default false,   -- childminding: no figures of its own
    add column withheld       text default 'TO_PROTECT_ANOTHER';
alter table results.theme_result add column withheld text default 'TO_PROTECT_ANOTHER';
alter table results.subset_result add column withheld text default 'TO_PROTECT_ANOTHER';  -- told of centres only
alter table results.item_result add column withheld text default 'TO_PROTECT_ANOTHER';    -- all of a theme or none
alter table results.municipal_result add column withheld text default 'TO_PROTECT_ANOTHER';

alter table results.participation
    alter column area drop default, alter column only_in_totals drop default, alter column withheld drop default;
alter table results.theme_result alter column withheld drop default;
alter table results.subset_result alter column withheld drop default;
alter table results.item_result alter column withheld drop default;
alter table results.municipal_result alter column withheld drop default, drop column between_sd, drop column within_sd;

-- Who took part in an area, and in the whole municipality, whose area is ''.
create table results.total_participation (
    round    text not null,
    area     text not null,
    grp      text not null,
    eligible integer not null,
    answered integer not null,
    raters   integer not null,
    families integer not null,
    withheld text,
    primary key (round, area, grp)
);

create table results.area_result (
    round     text not null,
    area      text not null,
    theme     text not null,
    grp       text not null,
    n         integer not null,
    mean      double precision not null,
    variance  double precision not null,
    raters    integer not null,
    families  integer not null,
    all_alike boolean not null,
    withheld  text,
    primary key (round, area, theme, grp)
);

-- How much the centres whose figures are shown differ. From all centres it would be an equation about the others.
create table results.variation (
    round        text not null,
    theme        text not null,
    grp          text not null,
    centres      integer not null,
    n            integer not null,
    between_sd   double precision not null,     -- tau, between the true means of centres, on the item scale
    between_low  double precision not null,
    between_high double precision not null,
    within_sd    double precision not null,     -- sigma, between people of one centre
    icc          double precision not null,     -- as it falls out; below 0 when centres differ less than by chance
    icc_low      double precision not null,
    icc_high     double precision not null,
    primary key (round, theme, grp)
);

create or replace view results.kept_index as
    select t.round, t.centre, t.theme, t.grp, m.item_set, t.n, t.mean, t.variance, t.raters, t.families, t.all_alike,
           t.withheld
      from results.theme_result t
      join results.municipal_result m on m.round = t.round and m.theme = t.theme and m.grp = t.grp
    union all
    select round, centre, theme, grp, item_set, n, mean, variance, raters, families, all_alike, withheld
      from results.subset_result;
