-- Sessions and the audit log.
create schema access;

create table access.session (
    id             bytea primary key,          -- SHA-256 of the cookie
    person_key     text not null,
    begun          timestamptz not null,
    expires        timestamptz not null,
    notice_success boolean,
    notice_text    text
);
create index on access.session (expires);

create table access.audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text not null,
    action  text not null,
    subject text not null,
    detail  text not null
);
create index on access.audit (actor);
create index on access.audit (subject);
