package dk.kvalitetsbro.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Employment;
import dk.kvalitetsbro.demo.Personas;
import dk.kvalitetsbro.demo.Size;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TourTeamTest {
    private static final LocalDate DURING_A_LEAVE = LocalDate.of(2026, 11, 27);
    private static final LocalDate AFTER_IT = LocalDate.of(2027, 8, 1);

    private final DemoMunicipality municipality = DemoMunicipality.of(Size.BILLUND);
    private final Personas personas = Personas.of(municipality);

    @Test
    void every_part_is_large_enough_for_hr_to_see_it() {
        for (var today : new LocalDate[] {DURING_A_LEAVE, AFTER_IT}) {
            var team = TourTeam.of(municipality.employments(), personas, today);
            assertTrue(team.done() >= 5 && team.ongoing() >= 5 && team.others() >= 5, team.toString());
        }
    }

    @Test
    void maja_takes_the_course_and_completes_it_but_nobody_on_leave_does() {
        var team = TourTeam.of(municipality.employments(), personas, DURING_A_LEAVE);
        assertEquals(personas.maja(), team.finishers().get(0));
        assertTrue(team.learners().stream().map(Employment::person).noneMatch(personas.onLeave()::equals));
    }
}
