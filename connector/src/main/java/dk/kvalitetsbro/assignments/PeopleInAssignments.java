package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.Holdings;
import dk.kvalitetsbro.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Courses given and taken. The rows stay without the person, because follow-up counts them. What was still open ends as
 * withdrawn, so that nothing more is delivered; the learning platform is not told.
 */
@ApplicationScoped
class PeopleInAssignments implements PersonalData {
    @Override
    public void tell(Holdings holdings) {
        holdings.add(
                "assignments.given",
                """
                select coalesce(c.name, a.course::text) as course, a.centre, a.employment_number as number,
                       a.reason_da as reason, a.due, a.mandatory, a.assigned, a.state, a.obstacle
                  from assignments.assignment a left join catalogue.course c on c.id = a.course
                 where a.person_key = :key order by a.id""");
        holdings.add(
                "assignments.gave",
                """
                select coalesce(c.name, a.course::text) as course, a.centre, a.assigned, count(*) as people
                  from assignments.assignment a left join catalogue.course c on c.id = a.course
                 where a.by_whom = :key group by 1, 2, 3 order by 3, 1""");
        holdings.texts("assignments.reasons", "assignments.assignment", "reason_da", "reason_en");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run(
                """
                update assignments.assignment
                   set person_key = :former, employment_number = :former, obstacle = null,
                       state = case when state = 'COMPLETED' then state else 'WITHDRAWN' end
                 where person_key = :key""");
        erasure.run("update assignments.assignment set by_whom = :former where by_whom = :key");
        erasure.texts("assignments.assignment", "reason_da", "reason_en");
    }
}
