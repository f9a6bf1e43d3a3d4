package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.StandIn;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which proof counts at which route. */
class WhoAsksTest {
    private static final PersonKey MAJA = new PersonKey("maja");

    private final TestDatabase database = TestDatabase.begin();
    private final MovableClock clock = new MovableClock();
    private final Sessions sessions = new Sessions(database.jdbi(), new Employed(MAJA), clock);
    private final String session = "kvalitetsbro=" + sessions.begin(MAJA, new Browser("", ""));
    private final String token = tokensFor(SignedIn.asAdministration())
            .make("Excel", Set.of(ApiScope.ROUNDS), Optional.empty(), LocalDate.now(clock));
    private CurrentActor current = new CurrentActor();

    @AfterEach
    void nothing_is_kept() {
        database.close();
    }

    @Test
    void pages_know_people_and_no_programs() {
        assertEquals(Optional.of("maja"), asked("GET", "/app", "/mine-forloeb", List.of(), session));
        assertEquals(Optional.of("maja"), asked("POST", "/app", "/mine-sessioner/log-ud", List.of(), session));
        assertEquals(Optional.empty(), asked("GET", "/app", "/mine-forloeb", List.of(token)));
        assertEquals(Optional.of("maja"), asked("GET", "/app", "/mine-forloeb", List.of(token), session));
    }

    @Test
    void below_api_programs_are_known_whichever_way_they_come() {
        assertEquals(Optional.of("token:Excel"), asked("GET", "/api", "/rounds", List.of(token)));
        assertEquals(Optional.of("token:Excel"), asked("GET", "/app", "/api/rounds", List.of(token)));
        assertEquals(Optional.of("token:Excel"), asked("POST", "/api", "/rounds", List.of(token)));
    }

    @Test
    void that_a_program_came_stands_in_the_log() {
        asked("GET", "/api", "/rounds", List.of(token));
        assertEquals(1, database.number("select count(*) from access.audit where action = 'token.used'"));
    }

    @Test
    void below_api_people_only_read() {
        assertEquals(Optional.of("maja"), asked("GET", "/api", "/rounds", List.of(), session));
        assertEquals(Optional.empty(), asked("POST", "/api", "/rounds", List.of(), session));
    }

    @Test
    void a_token_comes_before_a_session_and_a_wrong_one_is_not_forgiven() {
        assertEquals(Optional.of("token:Excel"), asked("GET", "/api", "/rounds", List.of(token), session));
        assertFalse(current.isProofRefused());
        for (var proofs : List.of(List.of("wrong"), List.of(""), List.of(token, token))) {
            assertEquals(Optional.empty(), asked("GET", "/api", "/rounds", proofs, session));
            assertTrue(current.isProofRefused(), proofs.toString());
        }
    }

    @Test
    void at_forms_that_are_open_to_all_nobody_is_known() {
        assertEquals(Optional.empty(), asked("POST", "/app", "/log-ind", List.of(), session));
        assertEquals(Optional.empty(), asked("POST", "/api", "/moodle/events", List.of(token), session));
        assertFalse(current.isProofRefused());
    }

    @Test
    void for_anything_but_pages_and_programs_nobody_is_looked_up() {
        assertEquals(Optional.empty(), asked("GET", "/assets", "/app.css", List.of(token), session));
    }

    @Test
    void a_trouble_in_finding_out_is_left_for_the_pages_to_tell() {
        database.execute("alter table access.session rename to away");

        assertEquals(Optional.empty(), asked("GET", "/app", "/mine-forloeb", List.of(), session));
        assertTrue(current.trouble().isPresent());
    }

    /** @return whom the server is told of */
    private Optional<String> asked(String method, String root, String below, List<String> bearer, String... cookies) {
        current = new CurrentActor();
        HttpServletRequest request =
                new Asked(method, "http://127.0.0.1/", root, below, bearer, List.of(cookies)).request();
        var whoAsks = new WhoAsks(
                sessions, tokensFor(current), new Cookies(request, new PublicAddress(Optional.empty())), current);
        var told = new Told();
        whoAsks.validateRequest(request, StandIn.of(HttpServletResponse.class, Map.of()), told.context());
        assertEquals(told.name, current.name());
        return told.name;
    }

    private ApiTokens tokensFor(CurrentActor actor) {
        return new ApiTokens(database.jdbi(), new AuditLog(database.jdbi(), actor, clock), actor, clock);
    }

    /** What the mechanism tells the server. */
    private static final class Told {
        private Optional<String> name = Optional.empty();

        HttpMessageContext context() {
            return StandIn.of(
                    HttpMessageContext.class,
                    Map.of("doNothing", none -> AuthenticationStatus.NOT_DONE, "notifyContainerAboutLogin", login -> {
                        name = Optional.of(((Principal) login[0]).getName());
                        return AuthenticationStatus.SUCCESS;
                    }));
        }
    }
}
