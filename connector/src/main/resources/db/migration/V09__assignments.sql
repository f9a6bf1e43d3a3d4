-- Who takes which course, by when, and why.
create schema assignments;

create table assignments.assignment (
    id                bigint generated always as identity primary key,
    person_key        text not null,
    employment_number text not null,           -- the employment it was given in
    centre            text not null,           -- the centre whose leader gave it
    course            bigint not null,         -- the learning platform's own id
    need              bigint not null,         -- what it answers
    reason_da         text not null,           -- the need's reason as it was that day
    reason_en         text not null,
    due               date not null,           -- the last day
    mandatory         boolean not null,
    assigned          timestamptz not null,    -- the same for all that were confirmed together
    by_whom           text not null,
    state             text not null check (state in ('WAITING', 'IN_MOODLE', 'PARKED', 'COMPLETED')),
    obstacle          text,                    -- why a parked one did not reach the learning platform
    check ((state = 'PARKED') = (obstacle is not null))
);
create unique index one_open_assignment_per_person_and_course
    on assignments.assignment (person_key, course) where state <> 'COMPLETED';
create index on assignments.assignment (person_key);
create index on assignments.assignment (centre, assigned);

-- What other packages may read in their own set-based SQL.
create view assignments.assigned as
    select id, person_key, centre, course, need, reason_da, reason_en, due, mandatory, assigned, by_whom, state
      from assignments.assignment;
