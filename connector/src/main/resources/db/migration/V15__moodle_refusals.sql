-- What the connection may not do, course by course: one cause, however many people wait for it.
create table moodle.barred (
    course     bigint primary key,             -- Moodle's
    obstacle   text not null,                  -- the client's name of it, which has the remedy
    error_code text not null,                  -- Moodle's
    seen       timestamptz not null            -- the last time
);

-- Courses that Moodle tells no completions of, and why.
create table moodle.silence (
    course     bigint primary key,
    error_code text not null,
    asked      timestamptz not null            -- the last time; such courses are asked seldom
);
