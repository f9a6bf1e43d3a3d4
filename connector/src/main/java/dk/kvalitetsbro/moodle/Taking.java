package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.competence.CompletionSource.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What people are taking in Moodle now because they were given it. */
@ApplicationScoped
class Taking {
    private final Jdbi jdbi;

    @Inject
    Taking(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param courses Moodle's ids */
    public List<Taken> of(Collection<Long> courses) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select person_key as person, course as course_id from assignments.assigned
                         where course = any (:courses) and state = 'IN_MOODLE' order by id""")
                .bindArray("courses", Long.class, List.copyOf(courses))
                .mapTo(Taken.class)
                .list());
    }

    public List<Taken> by(Collection<PersonKey> people) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select person_key as person, course as course_id from assignments.assigned
                         where person_key = any (:people) and state = 'IN_MOODLE' order by id""")
                .bindArray(
                        "people",
                        String.class,
                        people.stream().map(PersonKey::value).toList())
                .mapTo(Taken.class)
                .list());
    }
}
