package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every forged or broken launch of the table breaks exactly the rule that it is made for. */
class ForgedLaunchTest {
    private static final TestPlatform PLATFORM = TestPlatform.start();

    private final Door door = new Door(PLATFORM, new MovableClock());

    @BeforeEach
    void platforms_are_registered() {
        door.open();
    }

    @AfterAll
    static void the_platform_stops() {
        PLATFORM.close();
    }

    @Test
    void the_honest_launch_that_all_are_made_from_is_let_in() {
        assertEquals(Set.of(), door.broken(door.honest()));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void is_refused(Forgery forgery) {
        Forgery.Attempt attempt = forgery.forged().apply(door);
        assertEquals(Set.of(forgery.rule()), door.broken(attempt));
        attempt.fields().stream()
                .filter(field ->
                        field.getKey().equals("id_token") && field.getValue().length() > 30)
                .forEach(token -> assertFalse(door.told().contains(token.getValue()), door.told()));
        assertFalse(door.told().contains("\n") || door.told().contains("\r"), door.told());
        assertTrue(door.told().length() < 300, door.told());
    }

    @Test
    void a_login_in_a_frame_is_refused_there_and_not_first_in_the_window_that_it_would_go_on_in() {
        Forgeries.all().forEach(forgery -> {
            Forgery.Attempt attempt = forgery.forged().apply(door);
            if (attempt.path().equals("lti/login")) {
                assertEquals(Set.of(forgery.rule()), door.brokenInFrame(attempt), forgery.name());
            }
        });
    }

    @Test
    void each_rule_has_a_launch_that_breaks_it() {
        Set<Rule> unbroken = EnumSet.allOf(Rule.class);
        Forgeries.all().forEach(forgery -> unbroken.remove(forgery.rule()));
        BrokenDeepLink.all().forEach(broken -> unbroken.remove(broken.rule()));
        assertEquals(Set.of(), unbroken);
    }

    @Test
    void the_table_has_many_and_each_once() {
        Set<String> names = new HashSet<>();
        Forgeries.all().forEach(forgery -> assertTrue(names.add(forgery.name()), forgery.name()));
        assertTrue(names.size() >= 60, names.size() + " launches");
    }

    @Test
    void each_rule_stands_in_the_documents_with_its_status() throws Exception {
        String documents = Files.readString(Path.of("../docs/reference/lti.md"));
        for (Rule rule : Rule.values()) {
            assertTrue(documents.contains("| `" + rule + "` | " + rule.status() + " |"), rule.name());
        }
    }

    static Stream<Forgery> forged() {
        return Forgeries.all().stream();
    }
}
