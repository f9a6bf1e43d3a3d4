package dk.kvalitetsbro.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.organisation.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final CentreCode CENTRE = new CentreCode("C1");
    private static final List<StaffMember> STAFF = List.of(
            member("1", JobGroup.PEDAGOGUE, false),
            member("2", JobGroup.PEDAGOGUE, true),
            member("3", JobGroup.PEDAGOGICAL_ASSISTANT, false));

    private final Choices nothing = new Choices(Optional.of(11L), Set.of(), Optional.empty(), true);

    @Test
    void everybody_but_those_on_leave_is_suggested_with_twelve_weeks() {
        Choices suggested = nothing.suggested(STAFF, TODAY);

        assertEquals(Set.of("1", "3"), suggested.employees());
        assertEquals(Optional.of(LocalDate.of(2026, 8, 24)), suggested.due());
    }

    @Test
    void a_job_group_everybody_or_nobody_can_be_chosen_at_once() {
        assertEquals(
                Set.of("3"), nothing.choosing(STAFF, "PEDAGOGICAL_ASSISTANT").employees());
        assertEquals(Set.of("1", "3"), nothing.choosing(STAFF, "alle").employees());
        assertEquals(Set.of(), nothing.choosing(STAFF, "ingen").employees());
    }

    @Test
    void an_order_needs_a_course_people_and_a_day() {
        Choices complete = nothing.suggested(STAFF, TODAY);

        assertEquals(
                Optional.of(new Order(CENTRE, 7, 11, Set.of("1", "3"), LocalDate.of(2026, 8, 24), true)),
                complete.order(CENTRE, 7));
        assertEquals(Optional.empty(), nothing.order(CENTRE, 7));
        assertEquals(Optional.empty(), complete.choosing(STAFF, "ingen").order(CENTRE, 7));
    }

    @Test
    void a_missing_or_passed_day_is_not_due() {
        assertEquals(false, nothing.isDueFrom(TODAY));
        assertEquals(true, due(TODAY).isDueFrom(TODAY));
        assertEquals(false, due(TODAY.minusDays(1)).isDueFrom(TODAY));
    }

    private static Choices due(LocalDate day) {
        return new Choices(Optional.of(11L), Set.of("1"), Optional.of(day), true);
    }

    private static StaffMember member(String number, JobGroup as, boolean onLeave) {
        return new StaffMember(number, new PersonKey("p" + number), "Navn", CENTRE, as, onLeave);
    }
}
