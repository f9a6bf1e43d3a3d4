package dk.kvalitetsbro.oidc;

import static dk.kvalitetsbro.oidc.SignInTrouble.CODE_REFUSED;
import static dk.kvalitetsbro.oidc.SignInTrouble.NOT_BEGUN_HERE;
import static dk.kvalitetsbro.oidc.SignInTrouble.NO_PERSON_KEY;
import static dk.kvalitetsbro.oidc.SignInTrouble.OTHER_ISSUER;
import static dk.kvalitetsbro.oidc.SignInTrouble.PROVIDER_FAILED;
import static dk.kvalitetsbro.oidc.SignInTrouble.TURNED_AWAY;
import static dk.kvalitetsbro.oidc.SigningIn.assertRefused;
import static dk.kvalitetsbro.oidc.StandInProvider.CURVE_KEY;
import static dk.kvalitetsbro.oidc.StandInProvider.FIRST_KEY;
import static dk.kvalitetsbro.oidc.StandInProvider.SECOND_KEY;
import static dk.kvalitetsbro.oidc.StandInProvider.STRANGERS_KEY;
import static dk.kvalitetsbro.oidc.StandInProvider.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.oidc.ProviderSignIn.Answer;
import dk.kvalitetsbro.oidc.ProviderSignIn.Arrival;
import dk.kvalitetsbro.oidc.ProviderSignIn.Departure;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going to the provider and coming back, and answers that are made up, late, used or somebody else's. */
class ProviderSignInTest {
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final SigningIn signing = new SigningIn(jdbi);

    @AfterEach
    void stop() {
        signing.close();
    }

    @Test
    void whoever_signs_in_there_is_known_here_by_the_person_key_and_comes_back_to_the_page_asked_for() {
        Arrival arrival = signing.arrive();

        assertEquals(new PersonKey("p1"), arrival.person());
        assertEquals(Optional.of("mine-forloeb"), arrival.page());
    }

    @Test
    void the_browser_is_sent_with_state_nonce_and_a_challenge_that_are_new_each_time() {
        String first = signing.leave().to().toString();
        String second = signing.leave().to().toString();

        assertTrue(first.startsWith(signing.there.issuer() + "/authorize?response_type=code&client_id=kvalitetsbro&"));
        assertTrue(first.contains("&scope=openid%20profile&"), first);
        assertTrue(first.endsWith("&code_challenge_method=S256"), first);
        for (String name : List.of("state", "nonce", "code_challenge")) {
            assertTrue(value(first, name).matches("[A-Za-z0-9_-]{43}"), first);
            assertTrue(!value(first, name).equals(value(second, name)), name);
        }
    }

    private static String value(String url, String name) {
        return url.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }

    @Test
    void a_state_that_was_made_up_or_left_out_is_refused() {
        Departure departure = signing.leave();
        Answer answer = signing.answer(departure, signing.there.consent(departure.to()));

        assertRefused(NOT_BEGUN_HERE, "state", () -> signing.finish(departure, withState(answer, Optional.of("mine"))));
        assertRefused(NOT_BEGUN_HERE, "state", () -> signing.finish(departure, withState(answer, Optional.empty())));
    }

    private static Answer withState(Answer answer, Optional<String> state) {
        return new Answer(state, answer.code(), answer.issuer(), answer.error());
    }

    @Test
    void an_answer_to_another_browser_is_refused() {
        Departure attackers = signing.leave();
        Departure victims = signing.leave();
        Answer answer = signing.answer(attackers, signing.there.consent(attackers.to()));

        assertRefused(
                NOT_BEGUN_HERE,
                "state",
                () -> signing.here.finish(answer, Optional.of(victims.begun().cookie()), SigningIn.REDIRECT));
        assertRefused(NOT_BEGUN_HERE, "state", () -> signing.here.finish(answer, Optional.empty(), SigningIn.REDIRECT));
    }

    @Test
    void an_answer_counts_once() {
        Departure departure = signing.leave();
        Answer answer = signing.answer(departure, signing.there.consent(departure.to()));
        signing.finish(departure, answer);

        assertRefused(NOT_BEGUN_HERE, "state", () -> signing.finish(departure, answer));
    }

    @Test
    void an_answer_that_comes_too_late_is_refused() {
        Departure departure = signing.leave();
        String code = signing.there.consent(departure.to());
        signing.clock.move(ProviderSignIn.LIFETIME);

        assertRefused(NOT_BEGUN_HERE, "state", () -> signing.arrive(departure, code));
    }

    @Test
    void a_code_that_was_used_is_refused_there() {
        Departure first = signing.leave();
        String code = signing.there.consent(first.to());
        signing.arrive(first, code);

        assertRefused(CODE_REFUSED, "token.grant", () -> signing.arrive(signing.leave(), code));
    }

    @Test
    void a_code_that_another_browser_asked_for_is_refused_there_because_of_the_verifier() {
        String stolen = signing.there.consent(signing.leave().to());

        assertRefused(CODE_REFUSED, "token.grant", () -> signing.arrive(signing.leave(), stolen));
    }

    @Test
    void an_answer_of_another_provider_is_refused_before_the_code_is_given_away() {
        Departure departure = signing.leave();
        String code = signing.there.consent(departure.to());
        signing.there.tokenEndpointAnswers(call -> {
            throw new AssertionError("the code was given away");
        });
        for (Optional<String> issuer : List.of(Optional.of("https://elsewhere.example"), Optional.<String>empty())) {
            Departure each = signing.leave();
            Answer mixedUp = new Answer(Optional.of(each.begun().state()), Optional.of(code), issuer, Optional.empty());
            assertRefused(OTHER_ISSUER, "answer.iss", () -> signing.finish(each, mixedUp));
        }
    }

    @Test
    void a_provider_that_does_not_name_itself_in_answers_need_not() {
        signing.there.discoveryWith(document -> document.remove("authorization_response_iss_parameter_supported"));
        Departure departure = signing.leave();
        Answer answer = signing.answer(departure, signing.there.consent(departure.to()));

        assertEquals(
                new PersonKey("p1"),
                signing.finish(departure, new Answer(answer.state(), answer.code(), Optional.empty(), Optional.empty()))
                        .person());
    }

    @Test
    void whoever_gives_up_there_is_told_so_and_an_error_there_is_told_as_one() {
        assertRefused(TURNED_AWAY, "answer.denied", () -> error("access_denied"));
        assertRefused(PROVIDER_FAILED, "answer.error", () -> error("server_error"));
        assertRefused(PROVIDER_FAILED, "answer.error", () -> error("<script>\r\nalert(1)"));
        assertRefused(PROVIDER_FAILED, "answer.error", () -> error(""));
    }

    private void error(String error) {
        Departure departure = signing.leave();
        signing.finish(
                departure,
                new Answer(
                        Optional.of(departure.begun().state()),
                        Optional.empty(),
                        Optional.of(signing.there.issuer()),
                        Optional.of(error)));
    }

    @Test
    void an_answer_without_a_code_is_refused() {
        Departure departure = signing.leave();
        Answer empty = new Answer(
                Optional.of(departure.begun().state()),
                Optional.empty(),
                Optional.of(signing.there.issuer()),
                Optional.empty());

        assertRefused(PROVIDER_FAILED, "answer.code", () -> signing.finish(departure, empty));
    }

    @Test
    void new_keys_are_found_and_old_ones_no_longer_believed() {
        signing.arrive();
        signing.there.publish(SECOND_KEY);
        signing.there.issue(
                asked -> signed(SECOND_KEY, signing.there.claims(asked).build()));
        assertEquals(new PersonKey("p1"), signing.arrive().person());

        signing.there.issue(
                asked -> signed(FIRST_KEY, signing.there.claims(asked).build()));
        assertRefused(SignInTrouble.UNTRUSTED_TOKEN, "token.signature", signing::arrive);
    }

    @Test
    void tokens_that_name_unknown_keys_do_not_make_the_provider_be_asked_each_time() {
        signing.there.issue(
                asked -> signed(STRANGERS_KEY, signing.there.claims(asked).build()));
        for (int i = 0; i < 10; i++) {
            assertRefused(SignInTrouble.UNTRUSTED_TOKEN, "token.signature", signing::arrive);
        }
        assertTrue(signing.there.timesKeysWereRead() <= 2, String.valueOf(signing.there.timesKeysWereRead()));
    }

    @Test
    void the_algorithm_is_the_configured_one() {
        try (SigningIn curved = new SigningIn(jdbi, "ES256")) {
            curved.there.issue(
                    asked -> signed(CURVE_KEY, curved.there.claims(asked).build()));
            assertEquals(new PersonKey("p1"), curved.arrive().person());

            curved.there.issue(
                    asked -> signed(FIRST_KEY, curved.there.claims(asked).build()));
            assertRefused(SignInTrouble.UNTRUSTED_TOKEN, "token.alg", curved::arrive);
        }
    }

    @Test
    void a_number_is_a_key_too() {
        tell(12345L);
        assertEquals(new PersonKey("12345"), signing.arrive().person());
    }

    @Test
    void a_token_without_the_person_key_lets_nobody_in() {
        tell(null);
        assertRefused(NO_PERSON_KEY, "claim.missing", signing::arrive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"someone@example.org", "", "010190-1234", "0101901234", "p 1", "<p1>"})
    void what_cannot_be_a_key_is_never_taken_for_one(String told) {
        tell(told);
        assertRefused(NO_PERSON_KEY, "claim.unusable", signing::arrive);
    }

    @Test
    void what_is_neither_a_text_nor_a_whole_number_is_no_key() {
        for (Object told : List.of(List.of("p1", "p2"), List.of("p1"), true, 1.5)) {
            tell(told);
            assertRefused(NO_PERSON_KEY, "claim.unusable", signing::arrive);
        }
    }

    private void tell(Object person) {
        signing.there.issue(asked -> signed(
                FIRST_KEY,
                signing.there.claims(asked).claim("employee_number", person).build()));
    }
}
