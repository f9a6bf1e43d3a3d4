-- What must reach another system, kept in the transaction that caused it and delivered afterwards.
create schema outbox;

create table outbox.entry (
    id            bigint generated always as identity primary key,
    kind          text not null,
    key           text not null,
    payload       text not null,
    state         text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'PARKED')),
    added         timestamptz not null,
    attempts      integer not null default 0,
    next_attempt  timestamptz not null,        -- while a node delivers the entry: when its lease ends
    lease         uuid,                        -- whose lease: only its holder may put the entry off or park it
    reason_key    text,                        -- why it is parked: a key of the texts
    reason_detail text,                        -- what that sentence names; while waiting, the newest trouble
    ended         timestamptz,                 -- when it was delivered or parked
    unique (kind, key),
    check (state <> 'PARKED' or (reason_key is not null and ended is not null))
);
create index on outbox.entry (kind, next_attempt, id) where state = 'WAITING';
create index on outbox.entry (ended) where state = 'PARKED';
