package dk.kvalitetsbro.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.Actor;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class OrganisationScopeTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 5, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final PersonKey MAJA = SmallTown.key("maja");
    private static final PersonKey KAREN = SmallTown.key("karen");
    private static final PersonKey BENTE = SmallTown.key("bente");

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

    @Test
    void a_role_begins_on_its_first_day_and_ends_after_its_last() {
        town().employ("maja", "E-1", "C1", JobGroup.PEDAGOGUE)
                .begins("E-1", DAY)
                .leaves("E-1", DAY.plusDays(9));

        assertEquals(Optional.empty(), scope.actor(MAJA, DAY.minusDays(1)));
        assertEquals(Set.of(Role.STAFF), actor(MAJA, DAY).roles());
        assertEquals(Set.of(Role.STAFF), actor(MAJA, DAY.plusDays(9)).roles());
        assertEquals(Optional.empty(), scope.actor(MAJA, DAY.plusDays(10)));
    }

    @Test
    void a_leader_who_moves_loses_the_old_centre_that_day() {
        town().employ("karen", "E-1", "C1", JobGroup.LEADER)
                .leaves("E-1", DAY.minusDays(1))
                .employ("karen", "E-2", "C2", JobGroup.LEADER)
                .begins("E-2", DAY);

        assertEquals(centres("C1"), actor(KAREN, DAY.minusDays(1)).leads());
        assertEquals(centres("C2"), actor(KAREN, DAY).leads());
        assertEquals(centres("C2"), actor(KAREN, DAY).worksAt());
    }

    @Test
    void somebody_with_two_employments_has_both() {
        town().employ("karen", "E-1", "C1", JobGroup.LEADER).employ("karen", "E-2", "C2", JobGroup.PEDAGOGUE);

        Actor karen = actor(KAREN, DAY);
        assertEquals(Set.of(Role.LEADER, Role.STAFF), karen.roles());
        assertEquals(centres("C1"), karen.leads());
        assertEquals(centres("C2"), karen.centresAs(Role.STAFF));
    }

    @Test
    void an_area_leader_has_the_centres_that_lie_in_the_area_that_day() {
        town().centre("C1").centre("C2").office("bente", JobGroup.AREA_LEADER, null, "A");
        jdbi.useHandle(handle -> handle.execute("update organisation.centre set valid_to = ? where code = 'C2'", DAY));

        assertEquals(centres("C1", "C2"), actor(BENTE, DAY).centresAs(Role.AREA_LEADER));
        assertEquals(centres("C1"), actor(BENTE, DAY.plusDays(1)).centresAs(Role.AREA_LEADER));
        assertEquals(Set.of(), actor(BENTE, DAY).leads());
        assertEquals(Set.of(), actor(BENTE, DAY).worksAt());
    }

    @Test
    void a_centre_that_moves_to_another_area_gets_its_leader_that_day() {
        town().centre("C1")
                .office("bente", JobGroup.AREA_LEADER, null, "A")
                .office("bodil", JobGroup.AREA_LEADER, null, "B");
        jdbi.useHandle(handle -> {
            handle.execute("update organisation.centre set valid_to = ? where code = 'C1'", DAY.minusDays(1));
            handle.execute("insert into organisation.centre values ('C1', 'C1', 'B', 'INSTITUTION', ?, null)", DAY);
        });

        assertEquals(centres("C1"), actor(BENTE, DAY.minusDays(1)).centresAs(Role.AREA_LEADER));
        assertEquals(Set.of(), actor(BENTE, DAY).centresAs(Role.AREA_LEADER));
        assertEquals(centres("C1"), actor(SmallTown.key("bodil"), DAY).centresAs(Role.AREA_LEADER));
    }

    @Test
    void the_first_administrator_is_one_until_somebody_is_employed_as_such() {
        var first = new OrganisationScope(jdbi, Optional.of("maja"));

        assertEquals(
                Set.of(Role.ADMINISTRATION),
                first.actor(MAJA, DAY).orElseThrow().roles());
        assertEquals(Optional.empty(), first.actor(KAREN, DAY));
        assertEquals(Optional.empty(), scope.actor(MAJA, DAY));

        town().employ("karen", "E-1", "C1", JobGroup.ADMINISTRATION);
        assertEquals(Optional.empty(), first.actor(MAJA, DAY));
    }

    @Test
    void a_seat_on_a_board_makes_nobody_staff_of_the_centre_nor_does_a_post_that_has_not_begun() {
        town().employ("maja", "E-1", "C1", JobGroup.BOARD)
                .employ("maja", "E-2", "C2", JobGroup.PEDAGOGUE)
                .begins("E-2", DAY.plusDays(1))
                .employ("karen", "E-3", "C1", JobGroup.PEDAGOGUE);

        assertEquals(Set.of(), scope.centresOf(MAJA, DAY));
        assertEquals(centres("C2"), scope.centresOf(MAJA, DAY.plusDays(1)));
    }

    @Test
    void offices_give_their_roles_and_make_nobody_staff() {
        town().office("poul", JobGroup.POLITICIAN, null, null)
                .office("birgit", JobGroup.BOARD, "C1", null)
                .office("dorthe", JobGroup.DATA_PROTECTION_OFFICER, null, null);

        assertEquals(Set.of(Role.POLITICIAN), actor(SmallTown.key("poul"), DAY).roles());
        assertEquals(
                Set.of(Role.DATA_PROTECTION_OFFICER),
                actor(SmallTown.key("dorthe"), DAY).roles());
        Actor birgit = actor(SmallTown.key("birgit"), DAY);
        assertEquals(centres("C1"), birgit.centresAs(Role.BOARD));
        assertEquals(Set.of(), birgit.worksAt());
        assertEquals(Set.of(), scope.centresOf(birgit.key(), DAY));
        assertEquals(List.of(), new Organisation(jdbi).staff(new CentreCode("C1"), DAY));
        assertEquals(List.of(), new Organisation(jdbi).employments(birgit.key()));
    }

    private SmallTown town() {
        return new SmallTown(jdbi);
    }

    private Actor actor(PersonKey person, LocalDate day) {
        return scope.actor(person, day).orElseThrow();
    }

    private static Set<CentreCode> centres(String... codes) {
        return Set.of(codes).stream().map(CentreCode::new).collect(Collectors.toSet());
    }
}
