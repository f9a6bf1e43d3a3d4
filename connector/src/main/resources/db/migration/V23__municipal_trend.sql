-- How the municipality's centres moved from the previous round to this one, on the items that both asked. Computed from
-- the centres that are shown in each round, as certain as answers in clusters allow. In percent of maximum possible.
create table results.municipal_trend (
    round              text not null,
    previous           text not null,
    theme              text not null,
    grp                text not null,
    asked              integer not null,        -- items on the theme in this round
    shared             integer not null,        -- of which the previous round asked too
    centres_then       integer not null,
    centres_now        integer not null,
    n_then             integer not null,
    n_now              integer not null,
    change             double precision not null,
    standard_error     double precision not null check (standard_error > 0),
    degrees_of_freedom double precision not null,
    primary key (round, theme, grp)
);
