package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.State;
import dk.kvalitetsbro.catalogue.Catalogue;
import dk.kvalitetsbro.catalogue.Course;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.web.Bilingual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What one person was given to learn and has completed. Whoever shows it to others writes it in the audit log. */
@ApplicationScoped
public class LearningRecords {
    private record Row(
            long course,
            String themeDa,
            String themeEn,
            String reasonDa,
            String reasonEn,
            PersonKey byWhom,
            OffsetDateTime assigned,
            LocalDate due,
            boolean mandatory,
            State state,
            Optional<OffsetDateTime> completed) {}

    private final Jdbi jdbi;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Clock clock;

    @Inject
    public LearningRecords(Jdbi jdbi, Catalogue catalogue, Organisation organisation, Clock clock) {
        this.jdbi = jdbi;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @return everything the person was given, the first due first */
    public List<Learning> of(PersonKey person) {
        List<Row> rows = rows(person);
        Map<Long, Course> courses =
                catalogue.courses().stream().collect(Collectors.toMap(Course::id, Function.identity()));
        Map<PersonKey, String> names =
                organisation.names(rows.stream().map(Row::byWhom).toList());
        LocalDate today = LocalDate.now(clock);
        return rows.stream()
                .map(row -> new Learning(
                        Optional.ofNullable(courses.get(row.course())),
                        new Bilingual(row.themeDa(), row.themeEn()),
                        new Bilingual(row.reasonDa(), row.reasonEn()),
                        names.getOrDefault(row.byWhom(), row.byWhom().value()),
                        row.assigned(),
                        row.due(),
                        row.mandatory(),
                        row.state(),
                        row.completed(),
                        row.state().isOpen() && row.due().isBefore(today)))
                .toList();
    }

    private List<Row> rows(PersonKey person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select a.course, n.theme_da, n.theme_en, a.reason_da, a.reason_en, a.by_whom, a.assigned,
                               a.due, a.mandatory, a.state, coalesce(c.completed_at, c.seen_at) as completed
                          from assignments.assigned a
                          join themes.need_decided n on n.id = a.need
                          left join competence.completion c on c.person_key = a.person_key and c.course = a.course
                         where a.person_key = :person
                         order by a.due, a.id""")
                .bind("person", person)
                .mapTo(Row.class)
                .list());
    }
}
