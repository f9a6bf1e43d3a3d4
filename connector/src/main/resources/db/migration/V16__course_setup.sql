-- How a course is set up in Moodle, where that decides who can take it and what is heard of it.
alter table catalogue.offered
    add takes_enrolments   boolean not null default true, -- whether people can be enrolled from outside
    add follows_completion boolean not null default true; -- whether Moodle notes who completes it

create or replace view catalogue.course as
    select id, code, name, hours, format, visible and not gone as visible, takes_enrolments, follows_completion
      from catalogue.offered;
