-- Rounds, the questionnaire, and answers for as long as they may be kept.
create schema surveys;

create table surveys.item (
    code     text primary key,
    grp      text not null check (grp in ('CHILD', 'CONTACT_PEDAGOGUE', 'PEDAGOGUE', 'PARENT', 'LEADER')),
    position integer not null,                 -- within the group, from 0: the place in response.answers
    theme    text not null,
    text_da  text not null,
    text_en  text not null,
    scale    text not null check (scale in ('SMILEY_3', 'FIT_4', 'AGREE_5')),
    reversed boolean not null,
    unique (grp, position)
);

create table surveys.round (
    code   text primary key,
    name   text not null,
    opens  date not null,
    closes date not null check (closes >= opens),
    state  text not null check (state in ('PLANNED', 'OPEN', 'CLOSED', 'PUBLISHED')),
    closed timestamptz,                        -- from then on the retention of its answers is counted
    check ((state in ('CLOSED', 'PUBLISHED')) = (closed is not null))
);

-- What the round's results are judged by; it can't change once the round has opened.
create table surveys.thresholds (
    round                  text primary key references surveys.round,
    minimum_answers        integer not null,
    minimum_for_conclusion integer not null,
    response_rate          double precision not null,
    alpha                  double precision not null,
    level_pomp             double precision not null,
    strength_pomp          double precision not null,
    rest_points            double precision not null,
    decline_points         double precision not null,
    gap_pomp               double precision not null,
    significance           double precision not null,
    confidence             double precision not null,
    raters_for_finding     integer not null,
    groups_in_agreement    integer not null
);

create table surveys.eligible (
    round   text not null references surveys.round,
    centre  text not null,
    grp     text not null check (grp in ('CHILD', 'CONTACT_PEDAGOGUE', 'PEDAGOGUE', 'PARENT', 'LEADER')),
    invited integer not null check (invited >= 0),
    primary key (round, grp, centre)
);

-- One person's answers. Deleted when the round's retention ends.
create table surveys.response (
    round       text not null references surveys.round,
    grp         text not null check (grp in ('CHILD', 'CONTACT_PEDAGOGUE', 'PEDAGOGUE', 'PARENT', 'LEADER')),
    response_id text not null,
    centre      text not null,
    rater       text check ((rater is not null) = (grp = 'CONTACT_PEDAGOGUE')),
    family      text check ((family is not null) = (grp = 'PARENT')),
    answers     smallint[] not null,           -- raw, by item position; 0 where none was given
    primary key (round, grp, response_id)
);

-- How many answered, kept when the answers are gone.
create table surveys.turnout (
    round    text not null references surveys.round,
    grp      text not null,
    answered bigint not null,
    primary key (round, grp)
);
