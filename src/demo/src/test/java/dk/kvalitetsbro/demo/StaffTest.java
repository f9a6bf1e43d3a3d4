package dk.kvalitetsbro.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

    private final DemoMunicipality billund = DemoMunicipality.of(Size.BILLUND);
    private final Personas personas = Personas.of(billund);

    @ParameterizedTest
    @EnumSource(Size.class)
    void every_open_centre_has_exactly_one_current_leader(Size size) {
        var municipality = DemoMunicipality.of(size);
        var leaders = municipality.employments().stream()
                .filter(employment -> employment.jobGroup() == JobGroup.LEADER && employment.currentOn(TODAY))
                .collect(Collectors.groupingBy(Employment::centreCode, Collectors.counting()));
        var open = municipality.centres().stream()
                .filter(centre -> centre.openOn(TODAY))
                .collect(Collectors.toMap(centre -> Optional.of(centre.code()), centre -> 1L));
        assertEquals(open, leaders);
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void nobody_works_in_a_centre_that_was_not_open(Size size) {
        var municipality = DemoMunicipality.of(size);
        var centres = municipality.centres().stream().collect(Collectors.toMap(Centre::code, centre -> centre));
        for (var employment : municipality.employments()) {
            employment.centreCode().map(centres::get).ifPresent(centre -> {
                assertTrue(centre.openOn(employment.employed().from()), employment::toString);
                assertTrue(centre.openOn(employment.employed().to().orElse(TODAY)), employment::toString);
            });
        }
    }

    @Test
    void the_personas_hold_the_posts_they_are_known_for() {
        var centre = Optional.of(personas.karensCentre().code());
        assertPost(personas.maja(), "Maja", JobGroup.PEDAGOGUE, centre);
        assertPost(personas.karen(), "Karen", JobGroup.LEADER, centre);
        assertPost(personas.jonas(), "Jonas", JobGroup.HR, Optional.empty());
        assertPost(personas.anne(), "Anne", JobGroup.ADMINISTRATION, Optional.empty());
        assertPost(personas.sigurd(), "Sigurd", JobGroup.SYSTEM_ADMINISTRATOR, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void the_personas_have_the_same_keys_at_every_size(Size size) {
        var there = Personas.of(DemoMunicipality.of(size));
        assertEquals(personas.maja(), there.maja());
        assertEquals(personas.sigurd(), there.sigurd());
        assertEquals(personas.karensCentre().code(), there.karensCentre().code());
    }

    @Test
    void one_person_works_in_two_centres_today() {
        assertEquals(
                List.of(personas.inTwoCentres()),
                billund.people().stream()
                        .filter(person -> currentEmployments(person).size() > 1)
                        .toList());
        assertEquals(
                2,
                currentEmployments(personas.inTwoCentres()).stream()
                        .map(Employment::centreCode)
                        .distinct()
                        .count());
    }

    @Test
    void one_person_is_on_leave_today() {
        var away = billund.employments().stream()
                .filter(employment -> employment
                        .leave()
                        .filter(leave -> leave.includes(TODAY))
                        .isPresent())
                .toList();
        assertEquals(
                List.of(personas.onLeave()),
                away.stream().map(Employment::person).toList());
        assertEquals(
                Optional.of(Period.between(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 30))),
                away.get(0).leave());
    }

    @Test
    void one_person_left_in_june_2026_and_works_nowhere() {
        assertEquals(List.of(), currentEmployments(personas.left()));
        assertEquals(
                List.of(Optional.of(LocalDate.of(2026, 6, 30))),
                employments(personas.left()).stream()
                        .map(employment -> employment.employed().to())
                        .toList());
    }

    @Test
    void all_who_worked_in_the_closed_centre_moved_to_one_other_the_day_after() {
        var closed = billund.centres().stream()
                .filter(centre -> !centre.openOn(TODAY))
                .findAny()
                .orElseThrow();
        var moved = billund.employments().stream()
                .filter(employment -> employment.in(closed))
                .map(Employment::person)
                .toList();
        assertEquals(7, moved.size());
        for (var person : moved) {
            var employments = employments(person);
            assertEquals(
                    LocalDate.of(2018, 7, 31),
                    employments.get(0).employed().to().orElseThrow());
            assertEquals(LocalDate.of(2018, 8, 1), employments.get(1).employed().from());
        }
    }

    @Test
    void one_centre_changed_area_and_one_opened_in_august_2016() {
        var august = LocalDate.of(2016, 8, 1);
        assertEquals(
                List.of(List.of(august.minusDays(1), august)),
                billund.centres().stream()
                        .filter(centre -> centre.placements().size() > 1)
                        .map(centre -> List.of(
                                centre.placements().get(0).valid().to().orElseThrow(),
                                centre.placements().get(1).valid().from()))
                        .toList());
        assertEquals(
                1,
                billund.centres().stream()
                        .filter(centre -> centre.opened().equals(august))
                        .count());
    }

    @Test
    void billund_has_one_childminding_unit() {
        assertEquals(
                1,
                billund.centres().stream()
                        .filter(centre -> centre.kind() == CentreKind.CHILDMINDING)
                        .count());
    }

    private void assertPost(Person person, String firstName, JobGroup jobGroup, Optional<String> centreCode) {
        assertTrue(person.name().startsWith(firstName + " "), person.name());
        var current = currentEmployments(person);
        assertEquals(
                List.of(jobGroup), current.stream().map(Employment::jobGroup).toList());
        assertEquals(
                List.of(centreCode),
                current.stream().map(Employment::centreCode).toList());
    }

    private List<Employment> currentEmployments(Person person) {
        return employments(person).stream()
                .filter(employment -> employment.currentOn(TODAY))
                .toList();
    }

    private List<Employment> employments(Person person) {
        return billund.employments().stream()
                .filter(employment -> employment.person().equals(person))
                .toList();
    }
}
