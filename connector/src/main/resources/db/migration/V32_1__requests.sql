-- What people say about what is held about them, and what came of it.
create schema privacy;

create table privacy.request (
    id         bigint generated always as identity primary key,
    person_key text not null,
    kind       text not null check (kind in ('CORRECTION', 'OBJECTION')),
    what       text not null,
    why        text not null,
    asked      timestamptz not null,
    outcome    text check (outcome in ('GRANTED', 'REFUSED')),
    answer     text,
    answered   timestamptz,
    by_whom    text,
    check ((outcome is null) = (answer is null)),
    check ((outcome is null) = (answered is null)),
    check ((outcome is null) = (by_whom is null))
);
create index on privacy.request (person_key);
create index on privacy.request (id) where outcome is null;
