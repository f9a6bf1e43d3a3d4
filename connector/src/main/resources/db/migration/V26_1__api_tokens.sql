-- Where a person is signed in, and programs with a token of their own.
alter table access.session
    add column number  bigint generated always as identity unique,     -- names a session to whose it is
    add column seen    timestamptz not null default now(),
    add column browser text not null default '',                       -- such as Firefox
    add column system  text not null default '';                       -- such as Windows
create index on access.session (person_key);

create table access.api_token (
    id         bigint generated always as identity primary key,
    digest     bytea not null unique,       -- SHA-256 of the token
    name       text not null unique,        -- of the program; stays in the audit log when the token has ended
    scopes     text[] not null check (cardinality(scopes) > 0),
    centre     text,                        -- the only one whose results it reads
    made       timestamptz not null,
    made_by    text not null,
    expires    date not null,               -- the last day that it counts
    revoked    timestamptz,
    revoked_by text,
    last_used  date
);
