package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose pages may frame one of ours. */
class PlatformFramesTest {
    private final Platforms platforms = new Platforms(TestDatabase.begin().jdbi(), new MovableClock());
    private final PlatformFrames frames = new PlatformFrames(platforms);

    @Test
    void only_those_of_active_platforms_may() {
        assertEquals(Set.of(), frames.origins());

        register("https://active.example:8443", Platform.State.ACTIVE);
        register("https://waiting.example", Platform.State.WAITING);
        long closed = register("https://closed.example", Platform.State.ACTIVE);
        platforms.change(closed, Platform.State.DISABLED);

        assertEquals(Set.of("https://active.example:8443"), frames.origins());
    }

    private long register(String issuer, Platform.State state) {
        URI root = URI.create(issuer);
        return platforms
                .register(
                        new Platforms.Registration(
                                issuer,
                                "client",
                                "Moodle",
                                root.resolve("/mod/lti/auth.php"),
                                root.resolve("/mod/lti/token.php"),
                                root.resolve("/mod/lti/certs.php"),
                                Optional.empty()),
                        state)
                .id();
    }
}
