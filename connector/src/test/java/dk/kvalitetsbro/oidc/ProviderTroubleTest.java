package dk.kvalitetsbro.oidc;

import static dk.kvalitetsbro.oidc.SignInTrouble.PROVIDER_FAILED;
import static dk.kvalitetsbro.oidc.SignInTrouble.UNREACHABLE;
import static dk.kvalitetsbro.oidc.SigningIn.assertRefused;
import static dk.kvalitetsbro.oidc.StandInProvider.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.oidc.StandInProvider.Answer;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that is down, slow, or answers what it should not. */
class ProviderTroubleTest {
    private static final String HUGE = "{\"more\":\"" + "x".repeat(ProviderCalls.LARGEST_ANSWER) + "\"}";

    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final SigningIn signing = new SigningIn(jdbi);
    private final CountDownLatch done = new CountDownLatch(1);

    @AfterEach
    void stop() {
        done.countDown();
        signing.close();
    }

    @TestFactory
    Stream<DynamicTest> nobody_is_let_in_and_all_are_told_when_the_code_cannot_be_exchanged() {
        Map<String, Answer> answers = Map.of(
                "token", call -> call.close(),
                "token.status", call -> answer(call, 500, "{}"),
                "token.notJson", call -> answer(call, 200, "<html>"),
                "token.type", call -> answer(call, 200, "{\"token_type\":\"mac\",\"id_token\":\"x\"}"),
                "token.noIdToken", call -> answer(call, 200, "{\"token_type\":\"Bearer\",\"access_token\":\"x\"}"));
        return answers.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    signing.there.tokenEndpointAnswers(each.getValue());
                    assertRefused(UNREACHABLE, each.getKey(), signing::arrive);
                }));
    }

    /** A byte now and then keeps a connection open for ever, unless the whole call has an end. */
    @Test
    @Timeout(60)
    void an_answer_that_never_ends_is_given_up() {
        try (SigningIn hasty = new SigningIn(jdbi, Duration.ofSeconds(1))) {
            hasty.there.tokenEndpointAnswers(call -> {
                call.sendResponseHeaders(200, 0);
                while (!isDone()) {
                    call.getResponseBody().write(' ');
                    call.getResponseBody().flush();
                }
            });
            assertEquals(
                    UNREACHABLE,
                    assertThrows(SignInRefused.class, hasty::arrive).trouble());
        }
    }

    private boolean isDone() {
        try {
            return done.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Test
    void an_answer_that_is_too_large_is_not_read() {
        signing.there.tokenEndpointAnswers(call -> answer(call, 200, HUGE));
        assertRefused(UNREACHABLE, "token", signing::arrive);
    }

    @Test
    void the_secret_is_not_sent_on_to_another_address() {
        signing.there.tokenEndpointAnswers(call -> {
            call.getResponseHeaders().set("Location", signing.there.issuer() + "/keys");
            call.sendResponseHeaders(307, -1);
            call.close();
        });
        assertRefused(UNREACHABLE, "token.status", signing::arrive);
        assertEquals(0, signing.there.timesKeysWereRead());
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client, NOT_KNOWN_THERE, token.client",
        "unauthorized_client, NOT_KNOWN_THERE, token.client",
        "invalid_grant, CODE_REFUSED, token.grant",
        "invalid_scope, PROVIDER_FAILED, token.error"
    })
    void what_the_provider_says_is_wrong_decides_what_the_person_is_told(
            String error, SignInTrouble trouble, String rule) {
        signing.there.tokenEndpointAnswers(call -> answer(call, 400, "{\"error\":\"" + error + "\"}"));
        assertRefused(trouble, rule, signing::arrive);
    }

    @Test
    void an_error_that_says_nothing_is_one_all_the_same() {
        signing.there.tokenEndpointAnswers(call -> answer(call, 400, "{\"error\":17}"));
        assertRefused(PROVIDER_FAILED, "token.error", signing::arrive);
    }

    @Test
    void a_provider_that_takes_the_secret_in_the_form_only_gets_it_there() {
        signing.there.discoveryWith(document -> document.add(
                "token_endpoint_auth_methods_supported",
                Json.createArrayBuilder().add("client_secret_post").add("private_key_jwt")));
        signing.there.tokenEndpointAnswers(call -> {
            assertEquals(null, call.getRequestHeaders().getFirst("Authorization"));
            signing.there.token(call);
        });
        assertEquals(new PersonKey("p1"), signing.arrive().person());
    }

    @Test
    void a_discovery_document_of_another_issuer_is_not_believed() {
        signing.there.discoveryWith(document -> document.add("issuer", "https://elsewhere.example"));
        assertRefused(UNREACHABLE, "discovery.issuer", signing::leave);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint"})
    void no_endpoint_is_used_that_others_could_listen_to(String endpoint) {
        signing.there.discoveryWith(document -> document.add(endpoint, "http://elsewhere.example/"));
        assertRefused(UNREACHABLE, "discovery." + endpoint, signing::leave);
    }

    @ParameterizedTest
    @CsvSource({"authorization_endpoint, authorization", "token_endpoint, token", "jwks_uri, keys"})
    void a_discovery_document_that_lacks_an_endpoint_is_of_no_use(String endpoint, String rule) {
        signing.there.discoveryWith(document -> document.remove(endpoint));
        assertRefused(UNREACHABLE, "discovery." + rule, signing::leave);
    }

    @Test
    void keys_that_cannot_be_read_are_trouble_there_and_make_no_token_a_forged_one() {
        signing.there.discoveryWith(document -> document.add("jwks_uri", signing.there.issuer() + "/none"));
        assertRefused(UNREACHABLE, "keys", signing::arrive);
    }

    @Test
    void keys_in_an_answer_that_says_it_failed_are_not_believed() {
        signing.there.keysCome(500);
        assertRefused(UNREACHABLE, "keys", signing::arrive);
    }

    @Test
    void a_provider_that_is_down_is_asked_again_at_the_next_sign_in() {
        signing.there.discoveryAnswers(call -> answer(call, 503, "{}"));
        assertRefused(UNREACHABLE, "discovery.status", signing::leave);
        signing.there.discoveryAnswers(call -> answer(call, 200, HUGE));
        assertRefused(UNREACHABLE, "discovery", signing::leave);
        signing.there.discoveryAnswers(signing.there::discovery);

        assertEquals(new PersonKey("p1"), signing.arrive().person());
    }

    @Test
    void what_a_provider_tells_of_itself_is_read_anew_after_an_hour() {
        signing.arrive();
        signing.there.discoveryAnswers(call -> answer(call, 503, "{}"));
        signing.arrive();
        signing.clock.move(Provider.KNOWN_FOR);

        assertRefused(UNREACHABLE, "discovery.status", signing::leave);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example",
                "ftp://login.example",
                "login.example",
                "https:///none",
                "https://user@login.example",
                "https://login.example#part"
            })
    void an_issuer_that_others_could_listen_to_is_no_setting(String issuer) {
        assertThrows(IllegalArgumentException.class, () -> SigningIn.settings(issuer, "RS256"));
    }

    @Test
    void settings_are_all_there_or_none() {
        assertThrows(IllegalArgumentException.class, () -> settings(Optional.empty(), "openid", "RS256"));
        assertThrows(IllegalArgumentException.class, () -> settings(Optional.of("s"), "profile", "RS256"));
        assertThrows(IllegalArgumentException.class, () -> settings(Optional.of("s"), "openid", "none"));
        assertThrows(IllegalArgumentException.class, () -> settings(Optional.of("s"), "openid", "HS256"));
        assertEquals(
                "login.example",
                settings(Optional.of("s"), "openid", "ES256")
                        .provided()
                        .orElseThrow()
                        .name());
    }

    private static OidcSettings settings(Optional<String> secret, String scopes, String algorithm) {
        return new OidcSettings(
                Optional.of("https://login.example/kommune"),
                Optional.of("kvalitetsbro"),
                secret,
                "employee_number",
                scopes,
                Optional.empty(),
                algorithm);
    }
}
