-- Themes that the platform knows too: what it has been told of, and what was done there and has to be decided here.

-- Attachments that the platform was told of. Only these may be taken away there without asking anybody.
create table catalogue.told (
    course bigint not null references catalogue.offered,
    theme  text not null,
    primary key (course, theme)
);

create table catalogue.proposal (
    id       bigint generated always as identity primary key,
    course   bigint not null references catalogue.offered,
    theme    text not null,
    change   text not null check (change in ('ADDED', 'REMOVED')),  -- what was done there
    declined boolean not null default false,                        -- and it has not been undone there yet
    unique (course, theme)
);

alter table moodle.reading
    drop constraint reading_subject_check,
    add constraint reading_subject_check check (subject in ('COURSES', 'COMPLETIONS', 'THEMES'));
