-- The municipality with its history. An end date is the last day; none means still so.
create schema organisation;

create table organisation.area (
    code       text not null,
    name       text not null,
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    primary key (code, valid_from)
);

create table organisation.centre (
    code       text not null,
    name       text not null,
    area_code  text not null,
    kind       text not null check (kind in ('INSTITUTION', 'CHILDMINDING')),
    valid_from date not null,
    valid_to   date check (valid_to >= valid_from),
    primary key (code, valid_from)
);

create table organisation.person (
    key  text primary key,
    name text not null
);

create table organisation.employment (
    number        text primary key,
    person_key    text not null references organisation.person,
    centre_code   text,                        -- none: the administration itself
    job_group     text not null check (job_group in ('PEDAGOGUE', 'PEDAGOGICAL_ASSISTANT', 'LEADER', 'HR',
                                                     'ADMINISTRATION', 'SYSTEM_ADMINISTRATOR')),
    employed_from date not null,
    employed_to   date check (employed_to >= employed_from),
    leave_from    date,
    leave_to      date check (leave_to >= leave_from)
);
create index on organisation.employment (person_key);
create index on organisation.employment (centre_code);

-- What other packages may read in their own set-based SQL.
create function organisation.centres_on(day date)
    returns table (code text, name text, area_code text, kind text)
    language sql stable as $$
    select c.code, c.name, c.area_code, c.kind from organisation.centre c
     where c.valid_from <= day and (c.valid_to is null or c.valid_to >= day)
$$;

create function organisation.staff_on(day date)
    returns table (employment_number text, person_key text, name text, centre_code text, job_group text, on_leave boolean)
    language sql stable as $$
    select e.number, e.person_key, p.name, e.centre_code, e.job_group,
           coalesce(e.leave_from <= day and (e.leave_to is null or e.leave_to >= day), false)
      from organisation.employment e join organisation.person p on p.key = e.person_key
     where e.employed_from <= day and (e.employed_to is null or e.employed_to >= day)
$$;
