package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.Holdings;
import dk.kvalitetsbro.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;

/** What somebody has completed. Coverage counts those who are employed, so nothing has to stay of who has left. */
@ApplicationScoped
class PeopleInCompetence implements PersonalData {
    @Override
    public void tell(Holdings holdings) {
        holdings.add(
                "competence.completions",
                """
                select coalesce(c.name, d.course::text) as course, d.completed_at as completed, d.seen_at as seen
                  from competence.completion d left join catalogue.course c on c.id = d.course
                 where d.person_key = :key order by d.seen_at, d.course""");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run("delete from competence.completion where person_key = :key");
    }
}
