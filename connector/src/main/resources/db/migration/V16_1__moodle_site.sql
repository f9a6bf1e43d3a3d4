-- Which Moodle the courses were read from: the ids of courses mean something else in another one.
create table moodle.site (
    only_one boolean primary key default true check (only_one),
    name     text not null                     -- its address, or what the configuration calls it
);
