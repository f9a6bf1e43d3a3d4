package dk.kvalitetsbro.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.CentreCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class OrganisationScopeTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 5, 31);

    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final OrganisationScope scope = new OrganisationScope(jdbi, Optional.empty());

    @Test
    void somebody_belongs_where_they_are_employed_and_where_they_were_within_the_last_year() {
        new SmallTown(jdbi)
                .employ("maja", "E-1", "C1", JobGroup.PEDAGOGUE)
                .employ("maja", "E-2", "C2", JobGroup.PEDAGOGUE)
                .leaves("E-1", LAST_DAY);

        assertEquals(centres("C1", "C2"), scope.centresOf(SmallTown.key("maja"), LAST_DAY.plusDays(365)));
        assertEquals(centres("C2"), scope.centresOf(SmallTown.key("maja"), LAST_DAY.plusDays(366)));
    }

    @Test
    void somebody_who_has_left_still_has_a_name_and_what_is_no_person_has_none() {
        new SmallTown(jdbi).employ("maja", "E-1", "C1", JobGroup.PEDAGOGUE).leaves("E-1", LAST_DAY);
        var maja = SmallTown.key("maja");
        assertEquals(
                Set.of(maja.value()),
                scope.names(Set.of(maja.value(), "C1", "")).keySet());
    }

    private static Set<CentreCode> centres(String... codes) {
        return Set.of(codes).stream().map(CentreCode::new).collect(Collectors.toSet());
    }
}
