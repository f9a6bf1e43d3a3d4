package dk.kvalitetsbro.workshops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkshopsTest {
    private final Group group = new Group();

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void a_workshop_is_its_own_centres_alone() {
        assertEquals(List.of(group.workshop()), group.workshops.of(Group.SOLSIKKEN));
        assertEquals(List.of(), group.workshops.of(Group.ENGEN));
        assertEquals(
                Optional.empty(),
                group.workshops.find(Group.ENGEN, group.workshop().id()));
    }

    @Test
    void a_workshop_needs_a_title() {
        assertThrows(Refusal.class, () -> group.workshops.start(Group.SOLSIKKEN, Forum.LEADERS, " "));
    }

    @Test
    void the_tally_tells_how_much_there_is_and_what_is_missing() {
        group.hasCoreTask();
        long bubble = group.bubble("Garderoben");
        group.bubble("Skoven");
        group.links.add(group.workshop(), bubble, Optional.empty(), Link.Kind.SUPPORTS, "Her bliver barnet set");
        group.links.add(group.workshop(), bubble, Optional.empty(), Link.Kind.CONFLICTS, "Der er for travlt");
        group.wonderings.askLeader(group.workshop(), group.question("Hvorfor måler vi?"));
        group.question("Hvornår er det leg?");
        group.priorities.add(
                group.workshop(),
                "Ro",
                new ThemeCode("REL"),
                Optional.empty(),
                Argument.citing(Argument.CORE_TASK, "Så mærker barnet det"));

        assertEquals(
                new Workshop.Tally(1, 1, 2, 1, 2, 2, 1, 1), group.workshop().tally());
    }

    @Test
    void a_voice_counts_once_however_much_it_says() {
        assertEquals(0, group.workshop().tally().voices());
        group.bubble("Garderoben");
        group.bubble("Skoven");
        assertEquals(1, group.workshop().tally().voices());
    }
}
