package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    private static final Set<ApiScope> RESULTS = Set.of(ApiScope.RESULTS);
    private static final CentreCode OWN = new CentreCode("D0001");
    private static final CentreCode OTHER = new CentreCode("D0002");

    private final TestDatabase database = TestDatabase.begin();
    private final MovableClock clock = new MovableClock();
    private final ApiTokens tokens = tokensFor(SignedIn.asAdministration());
    private final LocalDate today = LocalDate.now(clock);

    private ApiTokens tokensFor(CurrentActor actor) {
        return new ApiTokens(database.jdbi(), new AuditLog(database.jdbi(), actor, clock), actor, clock);
    }

    @AfterEach
    void nothing_is_kept() {
        database.close();
    }

    @Test
    void a_token_is_known_again_with_what_it_was_made_for() {
        String token = tokens.make("Power BI", RESULTS, Optional.of(OWN), today.plusDays(30));

        ApiToken known = tokens.find(token).orElseThrow();
        assertEquals("Power BI", known.name());
        assertEquals(RESULTS, known.scopes());
        assertEquals(OWN, known.centre());
        assertEquals("anne", known.madeBy());
    }

    @Test
    void two_tokens_are_never_the_same_and_another_one_is_not_known() {
        String first = make("one", today);
        String second = make("two", today);
        assertFalse(first.equals(second));
        assertEquals(Optional.empty(), tokens.find(first + "x"));
        assertEquals(Optional.empty(), tokens.find(""));
    }

    @Test
    void the_table_does_not_hold_what_lets_a_program_in() {
        String token = make("Power BI", today);
        assertEquals(
                0,
                database.number("select count(*) from access.api_token t where encode(digest, 'escape') = '" + token
                        + "' or t::text like '%" + token + "%'"));
    }

    @Test
    void a_token_counts_until_its_last_day_is_over() {
        String token = make("Power BI", today.plusDays(2));
        clock.move(Duration.ofDays(2));
        assertTrue(tokens.find(token).isPresent());
        clock.move(Duration.ofDays(1));
        assertFalse(tokens.find(token).isPresent());
    }

    @Test
    void a_token_is_for_a_year_at_most_and_not_for_the_past() {
        make("a year", today.plusYears(1));
        assertRefused(
                "access.tokens.expiry", () -> make("longer", today.plusYears(1).plusDays(1)));
        assertRefused("access.tokens.expiry", () -> make("past", today.minusDays(1)));
    }

    @Test
    void a_token_for_nothing_is_not_made() {
        assertRefused("access.tokens.noScope", () -> tokens.make("Power BI", Set.of(), Optional.empty(), today));
    }

    @Test
    void a_name_in_the_log_means_one_token_also_when_that_has_ended() {
        make("Power BI", today);
        tokens.revoke(id("Power BI"));
        assertRefused("access.tokens.nameTaken", () -> make("Power BI", today));
    }

    @Test
    void a_revoked_token_counts_no_more_and_the_others_do() {
        String revoked = make("Power BI", today);
        String other = make("Excel", today);
        tokens.revoke(id("Power BI"));

        assertFalse(tokens.find(revoked).isPresent());
        assertTrue(tokens.find(other).isPresent());
    }

    @Test
    void who_made_and_revoked_it_and_on_which_days_it_was_used_stand_in_the_log() {
        String token =
                tokens.make("Power BI", Set.of(ApiScope.ROUNDS, ApiScope.RESULTS), Optional.of(OWN), today.plusDays(9));
        use(token);
        use(token);
        clock.move(Duration.ofDays(1));
        use(token);
        tokens.revoke(id("Power BI"));
        tokens.revoke(id("Power BI"));

        assertEquals(
                List.of(
                        "anne token.made Power BI ROUNDS, RESULTS D0001",
                        "token:Power BI token.used Power BI ",
                        "token:Power BI token.used Power BI ",
                        "anne token.revoked Power BI "),
                database.jdbi().withHandle(handle -> handle.createQuery(
                                "select concat_ws(' ', actor, action, subject, detail) from access.audit order by id")
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void the_first_use_of_a_day_is_noted_once_when_two_nodes_see_it_at_the_same_time() {
        ApiToken asBothReadIt = tokens.find(make("Power BI", today)).orElseThrow();
        CurrentActor program = new CurrentActor();
        program.set(asBothReadIt);
        tokensFor(program).noteUse(asBothReadIt);
        tokensFor(program).noteUse(asBothReadIt);

        assertEquals(1, database.number("select count(*) from access.audit where action = 'token.used'"));
        assertEquals(today, tokens.all().get(0).lastUsed());
    }

    private void use(String token) {
        CurrentActor program = new CurrentActor();
        ApiToken known = tokens.find(token).orElseThrow();
        program.set(known);
        tokensFor(program).noteUse(known);
    }

    @Test
    void a_token_reaches_its_scopes_and_its_centre_alone() {
        ApiToken ofOne = tokens.find(tokens.make("one", RESULTS, Optional.of(OWN), today))
                .orElseThrow();
        ApiToken ofAll = tokens.find(make("all", today)).orElseThrow();

        assertTrue(ofOne.reaches(ApiScope.RESULTS, Optional.of(OWN)));
        assertFalse(ofOne.reaches(ApiScope.RESULTS, Optional.of(OTHER)));
        assertTrue(ofAll.reaches(ApiScope.RESULTS, Optional.of(OTHER)));
        assertFalse(ofAll.reaches(ApiScope.VARIATION, Optional.empty()));
    }

    @Test
    void no_person_can_have_a_key_that_looks_like_a_program_in_the_log() {
        assertThrows(IllegalArgumentException.class, () -> new PersonKey("token:Excel"));
    }

    private String make(String name, LocalDate expires) {
        return tokens.make(name, RESULTS, Optional.empty(), expires);
    }

    private long id(String name) {
        return tokens.all().stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void assertRefused(String key, Runnable making) {
        assertEquals(key, assertThrows(Refusal.class, making::run).key());
    }
}
