-- What a round's answers came to: kept for ever, while the answers themselves are deleted. Nothing here names anybody,
-- but small groups stand here as they are: only the package's services decide what is released.
create schema results;

create table results.round_result (
    round        text primary key,
    previous     text,                          -- the round that changes are measured from
    rule_version text not null,
    computed     timestamptz not null,
    published    timestamptz                    -- from then on nothing of the round changes
);

create table results.municipal_result (
    round      text not null,
    theme      text not null,
    grp        text not null,
    scale      text not null,
    item_set   text not null,                   -- the items asked, in alphabetical order
    n          integer not null,
    mean       double precision not null,       -- of the index, on the item scale
    variance   double precision not null,
    between_sd double precision,                -- tau, between the true means of centres
    within_sd  double precision,                -- sigma, between people of one centre
    raters     integer not null,
    families   integer not null,
    all_alike  boolean not null,
    primary key (round, theme, grp)
);

-- What 500 and 100 points are: of the first round that asked these items, never computed again.
create table results.baseline (
    theme    text not null,
    grp      text not null,
    item_set text not null,
    round    text not null,
    mean     double precision not null,
    sd       double precision not null check (sd > 0),
    primary key (theme, grp, item_set)
);

create table results.theme_result (
    round     text not null,
    centre    text not null,
    theme     text not null,
    grp       text not null,
    n         integer not null,
    mean      double precision not null,
    variance  double precision not null,
    alpha     double precision,
    eligible  integer not null,
    raters    integer not null,
    families  integer not null,
    all_alike boolean not null,
    primary key (round, centre, theme, grp)
);

create table results.item_result (
    round    text not null,
    centre   text not null,
    theme    text not null,
    grp      text not null,
    item     text not null,
    n        integer not null,
    mean     double precision not null,         -- negatively worded items are already turned around
    variance double precision not null,
    raters   integer not null,
    families integer not null,
    primary key (round, centre, theme, item)
);

create table results.participation (
    round    text not null,
    centre   text not null,
    grp      text not null,
    eligible integer not null,
    answered integer not null,
    raters   integer not null,
    families integer not null,
    primary key (round, centre, grp)
);

create table results.finding (
    round    text not null,
    centre   text not null,
    theme    text not null,
    status   text not null,                     -- the gravest of the groups'
    position integer not null,                  -- 1 is to be talked about first
    primary key (round, centre, theme)
);

create table results.judgement (
    round     text not null,
    centre    text not null,
    theme     text not null,
    grp       text not null,
    status    text not null,
    withheld  text,
    shortages text[] not null,
    grounds   text[] not null,
    primary key (round, centre, theme, grp)
);

create table results.signal (
    round       text not null,
    centre      text not null,
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
    primary key (round, centre, theme, grp, kind)
);
