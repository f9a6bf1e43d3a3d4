-- An assignment whose delivery was given up is closed, so that the person can be given the course again.
alter table assignments.assignment drop constraint assignment_state_check;
alter table assignments.assignment add constraint assignment_state_check
    check (state in ('WAITING', 'IN_MOODLE', 'PARKED', 'COMPLETED', 'WITHDRAWN'));

drop index assignments.one_open_assignment_per_person_and_course;
create unique index one_open_assignment_per_person_and_course
    on assignments.assignment (person_key, course) where state in ('WAITING', 'IN_MOODLE', 'PARKED');

-- Those given up until now were left parked.
update assignments.assignment a set state = 'WITHDRAWN', obstacle = null
 where a.state = 'PARKED'
   and not exists (select from outbox.entry e where e.kind = 'enrolment' and e.key = a.id::text);
