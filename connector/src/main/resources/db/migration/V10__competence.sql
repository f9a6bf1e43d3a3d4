-- What staff have completed.
create schema competence;

create table competence.completion (
    person_key   text not null,
    course       bigint not null,              -- the learning platform's own id
    completed_at timestamptz,                  -- none: the platform did not tell when
    seen_at      timestamptz not null,         -- when we heard of it
    primary key (person_key, course)
);
