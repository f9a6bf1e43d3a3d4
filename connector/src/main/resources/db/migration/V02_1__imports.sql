-- Files that were imported or are waiting to be.
create table organisation.upload (
    id            bigint generated always as identity primary key,
    kind          text not null,
    round         text,                        -- for kinds that are of one survey round
    file_name     text not null,
    digest        bytea not null,              -- SHA-256 of the content
    content       bytea,                       -- kept only while the file can still be imported
    uploaded      timestamptz not null,
    by_whom       text not null,
    state         text not null check (state in ('READY', 'PROBLEMS', 'DONE', 'EXPIRED')),
    added         bigint not null,
    changed       bigint not null,
    unchanged     bigint not null,
    problem_count bigint not null,
    applied       timestamptz,
    check ((state = 'READY') = (content is not null)),
    check ((state = 'DONE') = (applied is not null))
);
create index on organisation.upload (digest);

create table organisation.upload_problem (
    upload   bigint not null references organisation.upload on delete cascade,
    position integer not null,
    line     bigint not null,
    "column" text not null,
    kind     text not null,
    value    text not null,
    hint     text not null,
    primary key (upload, position)
);

-- What other packages may read in their own set-based SQL: centres open on some day of a period, ends included.
create function organisation.centres_between(first date, last date)
    returns table (code text)
    language sql stable as $$
    select distinct c.code from organisation.centre c
     where c.valid_from <= last and (c.valid_to is null or c.valid_to >= first)
$$;
