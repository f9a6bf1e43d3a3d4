package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.SignInStates;
import dk.kvalitetsbro.web.PublicAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A platform that registers itself, without the page before it: {@link RegistrationIT} has that. */
class RegistrationsTest {
    private static final URI BASE = URI.create("https://kvalitetsbro.example/app/");
    private static final String TOKEN = "registration-token-of-the-platform";

    private final MovableClock clock = new MovableClock();
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final SignInStates states = new SignInStates(jdbi, clock);
    private final RegistrationLinks links = new RegistrationLinks(states);
    private final Platforms platforms = new Platforms(jdbi, clock);
    private final ScriptedPlatform platform = ScriptedPlatform.start();
    private final Registrations registrations = new Registrations(
            links,
            new PlatformCalls(),
            new ToolDescription(new PublicAddress(Optional.empty()), new Vouched("idnumber")),
            platforms,
            new AuditLog(jdbi, new CurrentActor(), clock));

    @AfterEach
    void the_platform_stops() {
        platform.close();
    }

    @Test
    void people_may_come_from_it_at_once() throws Exception {
        registrations.register(platform.issuer(), URI.create(platform.configurationAddress()), TOKEN, BASE);

        Platform registered = platforms.of(platform.issuer()).get(0);
        assertEquals(Platform.State.ACTIVE, registered.state());
        assertEquals(List.of("7"), registered.deployments());
        assertEquals(URI.create(platform.issuer() + "/certs"), registered.jwksUri());
        assertEquals(
                List.of("lti.registered " + platform.issuer() + " " + registered.clientId()),
                jdbi.withHandle(
                        handle -> handle.createQuery("select concat_ws(' ', action, subject, detail) from access.audit")
                                .mapTo(String.class)
                                .list()));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void is_refused(BrokenRegistration broken) {
        var request = broken.breaking()
                .apply(platform, new BrokenRegistration.Request("", platform.configurationAddress(), TOKEN));

        var refused = assertThrows(
                NotUsable.class,
                () -> registrations.register(
                        platform.issuer(), URI.create(request.configuration()), request.token(), BASE));

        assertEquals(broken.reason(), refused.reason());
        assertEquals(List.of(), platforms.all());
    }

    /** What is asked with wrong words is refused by the page. */
    static Stream<BrokenRegistration> broken() {
        return BrokenRegistration.all().stream().filter(broken -> broken.status() == 422);
    }

    @Test
    void a_link_counts_once_and_for_the_platform_that_it_was_made_for() {
        String link = links.make("https://moodle.example");

        assertEquals(Optional.of("https://moodle.example"), registrations.invited(link));
        assertEquals(Optional.empty(), registrations.invited(link));
    }

    @Test
    void a_link_counts_for_an_hour() {
        String link = links.make("https://moodle.example");
        clock.move(RegistrationLinks.LIVES);

        assertEquals(Optional.empty(), registrations.invited(link));
    }

    @Test
    void half_a_link_another_half_and_a_ticket_for_something_else_are_no_links() {
        String link = links.make("https://moodle.example");
        String other = links.make("https://moodle.example");
        String state = link.substring(0, link.indexOf('.'));
        String ticket = Ticket.of(states.begin("other", Map.of("issuer", "x"), Duration.ofHours(1)))
                .text();

        for (String wrong : List.of("", ".", state, state + ".", state + other.substring(other.indexOf('.')), ticket)) {
            assertEquals(Optional.empty(), registrations.invited(wrong), wrong);
        }
        assertEquals(Optional.of("https://moodle.example"), registrations.invited(link));
    }
}
