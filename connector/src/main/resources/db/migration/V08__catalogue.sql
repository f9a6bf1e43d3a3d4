-- The courses as Moodle last told of them, and the themes that the municipality has attached them to.
create schema catalogue;

create table catalogue.offered (
    id      bigint primary key,                -- Moodle's
    code    text not null,                     -- the municipality's, may be empty
    name    text not null,
    hours   integer check (hours >= 0),
    format  text,
    visible boolean not null,                  -- whether staff can see it in Moodle
    gone    boolean not null default false     -- no longer in Moodle; kept for what was learnt there
);
create index on catalogue.offered (code);

create table catalogue.attachment (
    course bigint not null references catalogue.offered,
    theme  text not null,
    primary key (course, theme)
);
create index on catalogue.attachment (theme);

-- What other packages may read in their own set-based SQL.
create view catalogue.course as
    select id, code, name, hours, format, visible and not gone as visible from catalogue.offered;

create view catalogue.course_theme as
    select course, theme from catalogue.attachment;
