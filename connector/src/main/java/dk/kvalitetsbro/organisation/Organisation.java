package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The municipality's centres and staff on a given day. */
@ApplicationScoped
public class Organisation {
    private final Jdbi jdbi;

    @Inject
    public Organisation(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the centres open that day, in alphabetical order */
    public List<Centre> centres(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select code, name, area_code, kind from organisation.centres_on(:day) order by name, code")
                .bind("day", day)
                .mapTo(Centre.class)
                .list());
    }

    /** @return the areas that exist that day, in alphabetical order */
    public List<Area> areas(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select code, name from organisation.area
                         where valid_from <= :day and (valid_to is null or valid_to >= :day) order by name, code""")
                .bind("day", day)
                .mapTo(Area.class)
                .list());
    }

    /** @return the centre as it was last known, also when it has closed */
    public Optional<Centre> centre(CentreCode code) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select code, name, area_code, kind from organisation.centre
                         where code = :code order by valid_from desc limit 1""")
                .bind("code", code)
                .mapTo(Centre.class)
                .findOne());
    }

    /** @return those employed at the centre that day, those on leave included and marked, in alphabetical order */
    public List<StaffMember> staff(CentreCode centre, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select employment_number, person_key, name, centre_code, job_group, on_leave
                          from organisation.staff_on(:day) where centre_code = :centre order by name, person_key""")
                .bind("day", day)
                .bind("centre", centre)
                .mapTo(StaffMember.class)
                .list());
    }

    public Optional<String> nameOf(PersonKey person) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from organisation.person where key = :key")
                .bind("key", person)
                .mapTo(String.class)
                .findOne());
    }

    /** @return the names of these people, those who have left included, by their keys */
    public Map<PersonKey, String> names(Collection<PersonKey> people) {
        record Named(PersonKey key, String name) {}
        return jdbi.withHandle(
                handle -> handle.createQuery("select key, name from organisation.person where key = any (:people)")
                        .bindArray(
                                "people",
                                String.class,
                                people.stream().map(PersonKey::value).toList())
                        .mapTo(Named.class)
                        .collect(Collectors.toMap(Named::key, Named::name)));
    }

    /** @return all the person's employments, past ones too, newest first; an office as politician or on a board is none */
    public List<Employment> employments(PersonKey person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select number, person_key, centre_code, job_group, employed_from, employed_to, leave_from, leave_to
                          from organisation.employment
                         where person_key = :key and job_group not in ('POLITICIAN', 'BOARD')
                         order by employed_from desc, number""")
                .bind("key", person)
                .mapTo(Employment.class)
                .list());
    }
}
