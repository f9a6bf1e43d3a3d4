package dk.kvalitetsbro.assignments;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.catalogue.Catalogue;
import dk.kvalitetsbro.catalogue.Course;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.web.Bilingual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Whether what a leader decided is moving: what was given at a centre, and how far everybody has come. */
@ApplicationScoped
public class FollowUp {
    /** What the rows of one confirmation have in common. */
    private record Confirmation(long need, long course, OffsetDateTime assigned) {}

    private record Row(
            long need,
            long course,
            OffsetDateTime assigned,
            PersonKey byWhom,
            String reasonDa,
            String reasonEn,
            LocalDate due,
            boolean mandatory,
            PersonKey personKey,
            State state,
            Optional<String> obstacle,
            boolean onLeave,
            boolean hasLeft) {
        Confirmation confirmation() {
            return new Confirmation(need, course, assigned);
        }
    }

    private final Jdbi jdbi;
    private final Needs needs;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Clock clock;

    @Inject
    public FollowUp(Jdbi jdbi, Needs needs, Catalogue catalogue, Organisation organisation, Clock clock) {
        this.jdbi = jdbi;
        this.needs = needs;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @return what was given at the centre, the newest first */
    public List<Given> of(CentreCode centre) {
        LocalDate today = LocalDate.now(clock);
        List<Row> rows = rows(centre, today);
        Map<Long, Need> about = needs.of(centre).stream().collect(Collectors.toMap(Need::id, Function.identity()));
        Map<PersonKey, String> names = organisation.names(everybody(rows));
        Map<Long, String> courses = catalogue.courses().stream().collect(Collectors.toMap(Course::id, Course::name));
        return rows.stream()
                .collect(groupingBy(Row::confirmation, LinkedHashMap::new, collectingAndThen(toList(), group -> {
                    Row any = group.get(0);
                    return new Given(
                            Optional.ofNullable(courses.get(any.course())),
                            requireNonNull(about.get(any.need())).theme(),
                            new Bilingual(any.reasonDa(), any.reasonEn()),
                            any.assigned(),
                            name(names, any.byWhom()),
                            any.due(),
                            any.mandatory(),
                            people(group, names, today));
                })))
                .values()
                .stream()
                .toList();
    }

    private List<Row> rows(CentreCode centre, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select a.need, a.course, a.assigned, a.by_whom, a.reason_da, a.reason_en, a.due, a.mandatory,
                               a.person_key, a.state, a.obstacle,
                               coalesce(s.on_leave, false) as on_leave, s.person_key is null as has_left
                          from assignments.assignment a
                          left join (select person_key, bool_and(on_leave) as on_leave
                                       from organisation.staff_on(:today) where centre_code = :centre
                                      group by person_key) s on s.person_key = a.person_key
                         where a.centre = :centre
                         order by a.assigned desc, a.id""")
                .bind("centre", centre)
                .bind("today", today)
                .mapTo(Row.class)
                .list());
    }

    private static List<Given.Participant> people(List<Row> rows, Map<PersonKey, String> names, LocalDate today) {
        return rows.stream().map(row -> participant(row, names, today)).toList();
    }

    private static Given.Participant participant(Row row, Map<PersonKey, String> names, LocalDate today) {
        boolean open = row.state().isOpen();
        return new Given.Participant(
                row.personKey(),
                name(names, row.personKey()),
                row.state(),
                row.obstacle(),
                open && row.due().isBefore(today) && !row.onLeave() && !row.hasLeft(),
                open && row.onLeave(),
                row.hasLeft());
    }

    private static Set<PersonKey> everybody(Collection<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.personKey(), row.byWhom()))
                .collect(Collectors.toSet());
    }

    private static String name(Map<PersonKey, String> names, PersonKey person) {
        return names.getOrDefault(person, person.value());
    }
}
