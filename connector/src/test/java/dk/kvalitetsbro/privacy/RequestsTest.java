package dk.kvalitetsbro.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.web.Refusal;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Somebody asks to have something put right, and somebody else answers. */
class RequestsTest {
    private static final PersonKey MAJA = new PersonKey("maja");

    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final Requests majas = requests(SignedIn.as("maja", Role.STAFF));
    private final Requests annes = requests(SignedIn.asAdministration());

    RequestsTest() {
        new SmallTown(jdbi).pedagogue("maja", "H").pedagogue("anne", "H");
    }

    @Test
    void what_is_asked_waits_until_it_is_answered_and_both_stand_in_the_log() {
        majas.send(Request.Kind.CORRECTION, "Stillingen", "Jeg er leder.");
        annes.answer(annes.open().get(0).id(), Request.Outcome.GRANTED, "Det er rettet.");

        assertEquals(List.of(), annes.open());
        assertEquals("Det er rettet.", majas.of(MAJA).get(0).answer().orElseThrow());
        assertEquals(
                List.of(
                        "maja privacy.requested maja CORRECTION",
                        "anne privacy.answered maja CORRECTION " + Request.Outcome.GRANTED),
                jdbi.withHandle(handle -> handle.createQuery(
                                "select concat_ws(' ', actor, action, subject, detail) from access.audit order by id")
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void one_has_ten_open_at_most() {
        for (int i = 0; i < Requests.MOST_OPEN; i++) {
            majas.send(Request.Kind.CORRECTION, "Stillingen", "Jeg er leder.");
        }
        assertRefused(
                "privacy.request.tooMany", () -> majas.send(Request.Kind.CORRECTION, "Stillingen", "Jeg er leder."));

        annes.answer(annes.open().get(0).id(), Request.Outcome.GRANTED, "Det er rettet.");
        majas.send(Request.Kind.CORRECTION, "Stillingen", "Jeg er leder.");
    }

    @Test
    void nobody_answers_their_own_and_nothing_is_answered_twice() {
        annes.send(Request.Kind.CORRECTION, "Stillingen", "Jeg er leder.");
        majas.send(Request.Kind.CORRECTION, "Stillingen", "Jeg er leder.");
        long own = annes.of(new PersonKey("anne")).get(0).id();
        long anothers = majas.of(MAJA).get(0).id();

        assertRefused("privacy.request.own", () -> annes.answer(own, Request.Outcome.GRANTED, "Ja."));
        annes.answer(anothers, Request.Outcome.GRANTED, "Ja.");
        assertRefused("privacy.request.gone", () -> annes.answer(anothers, Request.Outcome.GRANTED, "Nej."));
    }

    @Test
    void words_are_needed_on_both_sides() {
        assertRefused("web.text.missing", () -> majas.send(Request.Kind.CORRECTION, " ", "Jeg er leder."));
        assertRefused("web.text.missing", () -> majas.send(Request.Kind.CORRECTION, "Stillingen", null));
        majas.send(Request.Kind.CORRECTION, "Stillingen", "Jeg er leder.");
        assertRefused("web.text.missing", () -> annes.answer(annes.open().get(0).id(), Request.Outcome.GRANTED, ""));
    }

    private Requests requests(CurrentActor actor) {
        return new Requests(jdbi, new AuditLog(jdbi, actor, clock), actor, clock);
    }

    private static void assertRefused(String key, Runnable asking) {
        assertEquals(key, assertThrows(Refusal.class, asking::run).key());
    }
}
