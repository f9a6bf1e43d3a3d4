-- Posts that are not jobs at a centre, and people who are invited for a time.
alter table organisation.employment drop constraint employment_job_group_check;
alter table organisation.employment
    add column area_code text,                 -- of an area leader, and of nobody else
    add constraint employment_job_group_check
        check (job_group in ('PEDAGOGUE', 'PEDAGOGICAL_ASSISTANT', 'LEADER', 'HR', 'ADMINISTRATION',
                             'SYSTEM_ADMINISTRATOR', 'AREA_LEADER', 'POLITICIAN', 'BOARD', 'DATA_PROTECTION_OFFICER')),
    add check ((job_group = 'AREA_LEADER') = (area_code is not null)),
    add check (job_group <> 'BOARD' or centre_code is not null),
    add check (job_group not in ('AREA_LEADER', 'POLITICIAN', 'DATA_PROTECTION_OFFICER') or centre_code is null);

create table organisation.invitation (
    id         bigint generated always as identity primary key,
    person_key text not null references organisation.person,
    role       text not null check (role in ('CONSULTANT', 'RESEARCHER')),
    centre     text,                           -- none: the whole municipality
    workshop   bigint,                         -- none: all of the centre
    valid_from date not null,
    valid_to   date not null,                  -- the last day
    purpose    text not null,
    invited    timestamptz not null,
    by_whom    text not null,
    ended      timestamptz,                    -- taken back before its last day
    check (valid_to >= valid_from and valid_to <= valid_from + interval '1 year'),
    check (role <> 'RESEARCHER' or centre is null),
    check (workshop is null or centre is not null)
);
create index on organisation.invitation (person_key);
create index on organisation.invitation (centre);

-- Politicians and board members hold an office and are nobody's staff.
create or replace function organisation.staff_on(day date)
    returns table (employment_number text, person_key text, name text, centre_code text, job_group text, on_leave boolean)
    language sql stable as $$
    select e.number, e.person_key, p.name, e.centre_code, e.job_group,
           coalesce(e.leave_from <= day and (e.leave_to is null or e.leave_to >= day), false)
      from organisation.employment e join organisation.person p on p.key = e.person_key
     where e.employed_from <= day and (e.employed_to is null or e.employed_to >= day)
       and e.job_group not in ('POLITICIAN', 'BOARD')
$$;
