package dk.kvalitetsbro.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.Invited;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final CentreCode C1 = new CentreCode("C1");
    private static final CentreCode C2 = new CentreCode("C2");
    private static final PersonKey KIM = new PersonKey("kim");

    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final LocalDate today = LocalDate.now(clock);
    private final CurrentActor anne = SignedIn.asAdministration();
    private final AuditLog audit = new AuditLog(jdbi, anne, clock);
    private final Invitations invitations = new Invitations(jdbi, anne, audit, clock);
    private final OrganisationScope scope = new OrganisationScope(jdbi, Optional.empty());

    @Test
    void whoever_is_invited_has_the_role_from_the_first_day_to_the_last() {
        invitations.invite(consultant(KIM, Optional.of(C1), today.plusDays(1), today.plusDays(10)));

        assertEquals(Set.of(), invitedOn(today));
        Set<Invited> there = Set.of(new Invited(Role.CONSULTANT, Optional.of(C1), Optional.empty()));
        assertEquals(there, invitedOn(today.plusDays(1)));
        assertEquals(there, invitedOn(today.plusDays(10)));
        assertEquals(Optional.empty(), scope.actor(KIM, today.plusDays(11)));
        assertEquals("kim", scope.actor(KIM, today.plusDays(1)).orElseThrow().name());
        assertTrue(only().isAhead(today.plusDays(10)));
        assertFalse(only().isAhead(today.plusDays(11)));
    }

    @Test
    void nobody_else_has_it() {
        new SmallTown(jdbi).pedagogue("ole", "C2");
        invitations.invite(consultant(KIM, Optional.of(C1), today, today));

        assertEquals(Optional.empty(), scope.actor(new PersonKey("viggo"), today));
        assertEquals(
                Set.of(), scope.actor(new PersonKey("ole"), today).orElseThrow().invited());
    }

    @Test
    void an_employee_who_is_invited_keeps_what_they_are() {
        new SmallTown(jdbi).pedagogue("kim", "C2");
        invitations.invite(consultant(KIM, Optional.of(C1), today, today));

        var kim = scope.actor(KIM, today).orElseThrow();
        assertEquals(Set.of(Role.STAFF, Role.CONSULTANT), kim.roles());
        assertEquals(Set.of(C2), kim.worksAt());
    }

    @Test
    void an_invitation_that_is_taken_back_ends_at_once_and_is_kept() {
        invitations.invite(consultant(KIM, Optional.of(C1), today, today.plusDays(10)));

        assertTrue(invitations.takeBack(only().id(), Optional.empty()));

        assertEquals(Optional.empty(), scope.actor(KIM, today));
        assertTrue(only().ended().isPresent());
        assertFalse(only().isAhead(today));
    }

    @Test
    void taken_back_again_it_ended_when_it_ended() {
        invitations.invite(consultant(KIM, Optional.of(C1), today, today.plusDays(10)));
        invitations.takeBack(only().id(), Optional.empty());
        var ended = only().ended();
        clock.move(Duration.ofDays(1));

        invitations.takeBack(only().id(), Optional.empty());

        assertEquals(ended, only().ended());
    }

    @Test
    void nobody_is_invited_as_anything_else_nor_to_a_workshop_of_no_centre() {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.CONSULTANT, Role.RESEARCHER))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new NewInvitation(
                            KIM, "kim", role, Optional.empty(), Optional.empty(), today, today, "At se med"));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new NewInvitation(
                        KIM, "kim", Role.CONSULTANT, Optional.empty(), Optional.of(1L), today, today, "At se med"));
    }

    @Test
    void a_leader_takes_back_only_what_is_about_the_own_centre() {
        invitations.invite(consultant(KIM, Optional.of(C1), today, today));

        assertFalse(invitations.takeBack(only().id(), Optional.of(C2)));
        assertEquals(1, invitedOn(today).size());
        assertTrue(invitations.takeBack(only().id(), Optional.of(C1)));
        assertEquals(Optional.empty(), scope.actor(KIM, today));
    }

    @Test
    void a_leader_sees_who_reaches_the_centre_consultants_of_the_whole_municipality_included() {
        invitations.invite(consultant(KIM, Optional.of(C1), today, today));
        invitations.invite(consultant(new PersonKey("viggo"), Optional.empty(), today, today));
        invitations.invite(consultant(new PersonKey("lone"), Optional.of(C2), today, today));
        invitations.invite(new NewInvitation(
                new PersonKey("frida"),
                "frida",
                Role.RESEARCHER,
                Optional.empty(),
                Optional.empty(),
                today,
                today,
                "x"));

        assertEquals(
                List.of("kim", "viggo"),
                invitations.reaching(C1).stream().map(Invitation::name).toList());
        assertEquals(4, invitations.all().size());
    }

    @Test
    void it_lasts_a_year_at_most_and_begins_today_at_the_earliest() {
        invitations.invite(consultant(KIM, Optional.of(C1), today, today.plusYears(1)));

        assertRefused(
                "tooLong",
                () -> consultant(KIM, Optional.of(C1), today, today.plusYears(1).plusDays(1)));
        assertRefused("endsBeforeItBegins", () -> consultant(KIM, Optional.of(C1), today, today.minusDays(1)));
        assertRefused(
                "inThePast", () -> invitations.invite(consultant(KIM, Optional.of(C1), today.minusDays(1), today)));
    }

    @Test
    void a_researcher_is_invited_to_the_municipality_and_to_no_centre() {
        assertRefused(
                "researcherAtCentre",
                () -> new NewInvitation(
                        KIM, "kim", Role.RESEARCHER, Optional.of(C1), Optional.empty(), today, today, "x"));
    }

    @Test
    void nobody_invites_themselves() {
        assertRefused("oneself", () -> invitations.invite(consultant(anne.get().key(), Optional.of(C1), today, today)));
    }

    @Test
    void a_key_that_is_another_persons_is_refused() {
        new SmallTown(jdbi).pedagogue("kim", "C2");
        assertRefused(
                "otherName",
                () -> invitations.invite(new NewInvitation(
                        KIM, "Kirsten", Role.CONSULTANT, Optional.of(C1), Optional.empty(), today, today, "x")));
    }

    @Test
    void who_was_invited_by_whom_to_what_stands_in_the_log() {
        invitations.invite(consultant(KIM, Optional.of(C1), today, today.plusDays(10)));
        invitations.takeBack(only().id(), Optional.empty());

        assertEquals(
                List.of("anne invitation.ended kim ", "anne invitation.made kim CONSULTANT C1 2026-06-01/2026-06-11"),
                audit.newest("kim", 10).stream()
                        .map(entry ->
                                entry.actor() + " " + entry.action() + " " + entry.subject() + " " + entry.detail())
                        .toList());
    }

    private Set<Invited> invitedOn(LocalDate day) {
        return scope.actor(KIM, day).map(actor -> actor.invited()).orElse(Set.of());
    }

    private Invitation only() {
        return invitations.all().get(0);
    }

    private static NewInvitation consultant(
            PersonKey person, Optional<CentreCode> centre, LocalDate from, LocalDate to) {
        return new NewInvitation(
                person, person.value(), Role.CONSULTANT, centre, Optional.empty(), from, to, "Sparring");
    }

    private static void assertRefused(String reason, org.junit.jupiter.api.function.Executable wish) {
        assertEquals(
                "organisation.invitation." + reason,
                assertThrows(Refusal.class, wish).key());
    }
}
