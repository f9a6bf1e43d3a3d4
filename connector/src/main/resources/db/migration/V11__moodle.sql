-- When Moodle was last read, and how it went.
create schema moodle;

create table moodle.reading (
    subject   text primary key check (subject in ('COURSES', 'COMPLETIONS')),
    succeeded timestamptz,                     -- the last time it did
    found     integer not null default 0,      -- that time: courses, or newly seen completions
    failed    timestamptz,                     -- the last time it did not
    trouble   text                             -- and why, in the client's words
);
