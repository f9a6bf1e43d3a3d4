-- What Moodle's plugin tells as it happens.
create table moodle.event (
    id       uuid primary key,                 -- the plugin's; a repeat has the same one
    received timestamptz not null
);
create index on moodle.event (received);

-- The newest message of each outcome.
create table moodle.event_message (
    outcome text primary key check (outcome in ('ACCEPTED', 'SIGNATURE', 'AGE', 'SITE', 'CONTENT')),
    at      timestamptz not null,
    detail  text not null                      -- of a refused one: seconds between the clocks, the site, what was not understood
);

-- People who take a course and whose account was changed: Moodle is asked how it stands.
create table moodle.doubted_account (
    person_key text primary key,
    told       timestamptz not null            -- the last time
);

-- When Moodle told of a change that the next reading has to see.
alter table moodle.reading add column wanted timestamptz;
