-- What a sign-in elsewhere has to come back with, and what may be used once.
create table access.sign_in_state (
    id      bytea primary key,      -- SHA-256 of the state
    purpose text not null,
    cookie  bytea not null,         -- SHA-256 of the cookie
    names   text[] not null,        -- what is carried from the beginning to the end: names, and their values by position
    carried text[] not null,
    expires timestamptz not null
);
create index on access.sign_in_state (expires);

create table access.used_once (
    purpose text not null,
    id      bytea not null,         -- SHA-256 of the value
    until   timestamptz not null,
    primary key (purpose, id)
);
create index on access.used_once (until);
