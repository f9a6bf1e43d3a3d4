-- Themes, and the needs on them that leaders decide about.
create schema themes;

create table themes.theme (
    code     text primary key,
    name_da  text not null,
    name_en  text not null,
    position integer not null unique,
    focus    boolean not null default false     -- the municipality's own focus
);

insert into themes.theme (code, name_da, name_en, position, focus) values
    ('APU', 'Alsidig personlig udvikling', 'All-round personal development', 1, false),
    ('SOC', 'Social udvikling', 'Social development', 2, false),
    ('KOM', 'Kommunikation og sprog', 'Communication and language', 3, false),
    ('KRO', 'Krop, sanser og bevægelse', 'Body, senses and movement', 4, false),
    ('NAT', 'Natur, udeliv og science', 'Nature, outdoor life and science', 5, false),
    ('KUL', 'Kultur, æstetik og fællesskab', 'Culture, aesthetics and community', 6, false),
    ('BFA', 'Børnefællesskaber', 'Communities of children', 7, false),
    ('REL', 'Relationer mellem børn og voksne', 'Relations between children and adults', 8, false),
    ('FOR', 'Forældresamarbejde', 'Cooperation with parents', 9, false),
    ('MAT', 'Matematisk opmærksomhed og problemløsning', 'Mathematical awareness and problem solving', 10, true),
    ('TRI', 'Trivsel og børnemiljø', 'Well-being and children''s environment', 11, false),
    ('EVA', 'Evalueringskultur og videndeling', 'Evaluation culture and knowledge sharing', 12, false);

-- A need: something on a theme at a centre that a leader decides about and may answer with courses.
create table themes.need (
    id         bigint generated always as identity primary key,
    centre     text not null,
    theme      text not null references themes.theme,
    source     text not null check (source in ('FINDING', 'PRIORITY', 'MEASURE')),
    source_ref text not null,                  -- the owner's own reference, unique within the source
    round      text,                           -- the round a finding is of
    reason_da  text not null,                  -- one sentence that staff can read
    reason_en  text not null,
    raised     timestamptz not null,
    unique (source, source_ref)
);
create index on themes.need (centre);

create table themes.decision (
    id      bigint generated always as identity primary key,
    need    bigint not null references themes.need,
    choice  text not null check (choice in ('ACCEPTED', 'DEFERRED', 'REJECTED')),
    reason  text not null,
    decided timestamptz not null,
    by_whom text not null
);
create index on themes.decision (need, id);

-- What other packages may read in their own set-based SQL: every need with its newest decision.
create view themes.need_decided as
    select n.*, t.name_da as theme_da, t.name_en as theme_en, d.choice, d.reason as decision_reason, d.decided, d.by_whom
      from themes.need n
      join themes.theme t on t.code = n.theme
      left join lateral (select * from themes.decision x where x.need = n.id order by x.id desc limit 1) d on true;
