package dk.kvalitetsbro.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.assignments.LearningPlatform.Account;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewsTest {
    private final Desk desk = new Desk();
    private final Previews previews = new Previews(desk.assignments, desk.platform);

    @Test
    void those_to_note_something_about_come_first() {
        desk.town.onLeaveFrom("E-ole", LocalDate.of(2026, 1, 1));
        desk.platform.having("maja", Account.NONE);

        Preview preview = previews.of(desk.order("ida", "maja", "ole"));

        assertEquals(
                List.of("maja", "ole", "ida"),
                preview.receivers().stream()
                        .map(receiver -> receiver.who().name())
                        .toList());
        assertEquals(1, preview.onLeave());
        assertEquals(1, preview.waitingForAccount());
    }

    @Test
    void nothing_is_said_about_accounts_when_the_platform_is_down() {
        desk.platform.down();

        Preview preview = previews.of(desk.order("maja"));

        assertEquals(false, preview.accountsKnown());
        assertEquals(0, preview.waitingForAccount());
        assertEquals(1, preview.receivers().size());
    }

    @Test
    void those_left_out_are_not_asked_about() {
        desk.assignments.assign(desk.order("maja"));
        desk.platform.down();

        assertEquals(true, previews.of(desk.order("maja")).accountsKnown());
    }
}
