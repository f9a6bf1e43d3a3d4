-- Workshops: what a group is there for, what pulls at it, what it wonders about and puts first.
create schema workshops;

-- What every workshop of the municipality has on the table.
create table workshops.formal_core_task (
    one     boolean primary key default true check (one),      -- there is only one
    text_da text not null,
    text_en text not null
);

insert into workshops.formal_core_task (text_da, text_en) values
    ('Vi giver alle børn et trygt hverdagsliv med nærværende voksne, hvor de trives, leger, lærer og dannes sammen med andre – uanset hvor de kommer fra.',
     'We give all children a safe everyday life with attentive adults, where they thrive, play, learn and are formed together with others – wherever they come from.');

create table workshops.value (
    code       text primary key,
    position   integer not null unique,
    name_da    text not null,
    name_en    text not null,
    meaning_da text not null,
    meaning_en text not null
);

insert into workshops.value (code, position, name_da, name_en, meaning_da, meaning_en) values
    ('NYSGERRIGHED', 1, 'Nysgerrighed', 'Curiosity',
     'Vi undersøger, før vi konkluderer.', 'We look into things before we conclude.'),
    ('FAELLESSKAB', 2, 'Fællesskab', 'Community',
     'Alle børn og voksne hører til og bidrager.', 'All children and adults belong and contribute.'),
    ('TILLID', 3, 'Tillid', 'Trust',
     'Vi regner med hinanden og siger tingene ordentligt.', 'We count on each other and say things decently.'),
    ('MOD', 4, 'Mod', 'Courage',
     'Vi prøver nyt af og taler om det, der er svært.', 'We try new things and talk about what is difficult.');

create table workshops.workshop (
    id      bigint generated always as identity primary key,
    centre  text not null,
    title   text not null,
    forum   text not null check (forum in ('STAFF', 'LEADERS')),
    started timestamptz not null
);
create index on workshops.workshop (centre);

-- That somebody has contributed. What each one contributed is kept nowhere.
create table workshops.voice (
    workshop   bigint not null references workshops.workshop,
    person_key text not null,
    primary key (workshop, person_key)
);

-- Every wording stays; the newest is the group's core task.
create table workshops.core_task (
    workshop  bigint not null references workshops.workshop,
    version   integer not null check (version > 0),
    text      text not null,
    alignment text not null,                   -- how it hangs together with the formal core task
    written   timestamptz not null,
    primary key (workshop, version)
);

create table workshops.bubble (
    id       bigint generated always as identity primary key,
    workshop bigint not null references workshops.workshop,
    level    text not null check (level in ('INTERNATIONAL', 'NATIONAL', 'MUNICIPAL', 'INSTITUTION')),
    text_da  text not null,                    -- the same in both languages when the group wrote it
    text_en  text not null,
    goal     text,                             -- the ready goal it was made from
    source   text,                             -- where that goal is written
    version  integer not null default 1,
    added    timestamptz not null,
    removed  timestamptz,
    unique (workshop, id)
);
create unique index on workshops.bubble (workshop, goal) where removed is null;

create table workshops.link (
    id       bigint generated always as identity primary key,
    workshop bigint not null references workshops.workshop,
    bubble   bigint not null,
    towards  bigint check (towards <> bubble), -- none: the core task
    kind     text not null check (kind in ('SUPPORTS', 'CONFLICTS')),
    reason   text not null,
    version  integer not null default 1,
    added    timestamptz not null,
    removed  timestamptz,
    foreign key (workshop, bubble) references workshops.bubble (workshop, id),
    foreign key (workshop, towards) references workshops.bubble (workshop, id)
);
create index on workshops.link (workshop);
create index on workshops.link (bubble);

-- The links whose ends are still on the board, with what stands at the ends.
create view workshops.link_shown as
    select l.*, b.text_da as bubble_da, b.text_en as bubble_en, t.text_da as towards_da, t.text_en as towards_en
      from workshops.link l
      join workshops.bubble b on b.id = l.bubble and b.removed is null
      left join workshops.bubble t on t.id = l.towards
     where l.removed is null and t.removed is null;


create table workshops.question (
    id         bigint generated always as identity primary key,
    workshop   bigint not null references workshops.workshop,
    text       text not null,
    card       text not null,                  -- the reflection card tried last
    made_sense boolean,                        -- whether it did; none: not said yet
    asked      timestamptz,                    -- when the leader was asked
    wondered   timestamptz not null,
    check (asked is null or made_sense is false)
);
create index on workshops.question (workshop);

-- Every answer stays; the newest is shown.
create table workshops.answer (
    id       bigint generated always as identity primary key,
    question bigint not null references workshops.question,
    text     text not null,
    answered timestamptz not null
);
create unique index on workshops.answer (question, md5(text));

create sequence workshops.place;
create table workshops.priority (
    id       bigint generated always as identity primary key,
    workshop bigint not null references workshops.workshop,
    place    bigint not null default nextval('workshops.place') unique deferrable initially immediate,
    text     text not null,
    theme    text not null,
    bubble   bigint,                           -- the bubble it came from, if any
    value    text references workshops.value,  -- what the reason cites; none: the core task
    reason   text not null,
    version  integer not null default 1,
    added    timestamptz not null,
    foreign key (workshop, bubble) references workshops.bubble (workshop, id)
);
create index on workshops.priority (workshop);
