-- What put a theme where it stands, and whether something that was gained is gone.
alter table results.finding
    add column focus boolean not null default false,            -- the municipality's own focus when the round closed
    add column size  double precision not null default 0;       -- points below the municipality, drawn towards it
alter table results.finding alter column focus drop default, alter column size drop default;
alter table results.judgement add column gain_lost boolean not null default false;
alter table results.judgement alter column gain_lost drop default;
alter table results.municipal_result add column alpha double precision;

-- The same of the whole municipality.
create table results.municipal_finding (
    round    text not null,
    theme    text not null,
    status   text not null,
    position integer not null,
    focus    boolean not null,
    size     double precision not null,         -- below the level that themes should reach, 0 to 100
    primary key (round, theme)
);

create table results.municipal_judgement (
    round     text not null,
    theme     text not null,
    grp       text not null,
    status    text not null,
    withheld  text,
    shortages text[] not null,
    grounds   text[] not null,
    gain_lost boolean not null,
    primary key (round, theme, grp)
);

create table results.municipal_signal (
    round       text not null,
    theme       text not null,
    grp         text not null,
    kind        text not null,
    unit        text not null,
    estimate    double precision not null,
    low         double precision not null,
    high        double precision not null,
    reference   double precision not null,
    other_group text,
    p           double precision not null,
    adjusted_p  double precision not null,
    family_size integer not null,
    primary key (round, theme, grp, kind)
);

-- What other packages may read in their own set-based SQL: the municipality's shortfalls in published rounds.
create view results.municipal_shortfall as
    select f.round, f.theme, f.status, f.position, r.published
      from results.municipal_finding f
      join results.round_result r on r.round = f.round and r.published is not null
     where f.status in ('CONFIRMED', 'INDICATION');
