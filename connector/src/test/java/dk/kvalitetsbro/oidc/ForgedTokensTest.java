package dk.kvalitetsbro.oidc;

import static dk.kvalitetsbro.oidc.SignInTrouble.UNTRUSTED_TOKEN;
import static dk.kvalitetsbro.oidc.StandInProvider.CLIENT;
import static dk.kvalitetsbro.oidc.StandInProvider.CURVE_KEY;
import static dk.kvalitetsbro.oidc.StandInProvider.FIRST_KEY;
import static dk.kvalitetsbro.oidc.StandInProvider.STRANGERS_KEY;
import static dk.kvalitetsbro.oidc.StandInProvider.hash;
import static dk.kvalitetsbro.oidc.StandInProvider.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.oidc.ProviderSignIn.Departure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens that are wrong in one respect each, and the rule that refuses them. */
class ForgedTokensTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final SigningIn signing = new SigningIn(TestDatabase.begin().jdbi());

    @AfterEach
    void stop() {
        signing.close();
    }

    @TestFactory
    Stream<DynamicTest> a_forged_token_lets_nobody_in() {
        return Stream.of(
                forged("no signature", "form", claims -> new PlainJWT(claims).serialize()),
                forged("signed with the public key as a password", "alg", ForgedTokensTest::withPublicKey),
                forged(
                        "another algorithm, the right key",
                        "alg",
                        claims -> signed(FIRST_KEY, header(JWSAlgorithm.RS512).build(), claims)),
                forged("a published key of another kind", "alg", claims -> signed(CURVE_KEY, claims)),
                forged("a stranger's key", "signature", claims -> signed(STRANGERS_KEY, claims)),
                forged(
                        "a stranger's key under a published name",
                        "signature",
                        claims ->
                                signed(STRANGERS_KEY, header(JWSAlgorithm.RS256).build(), claims)),
                forged(
                        "a stranger's key brought along",
                        "signature",
                        claims -> signed(
                                STRANGERS_KEY,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("stranger")
                                        .jwk(STRANGERS_KEY.toPublicJWK())
                                        .build(),
                                claims)),
                forged(
                        "a place to find a stranger's key",
                        "signature",
                        claims -> signed(
                                STRANGERS_KEY,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("stranger")
                                        .jwkURL(URI.create("https://elsewhere.example/keys"))
                                        .build(),
                                claims)),
                forged(
                        "no name of a key",
                        "kid",
                        claims -> signed(FIRST_KEY, new JWSHeader(JWSAlgorithm.RS256), claims)),
                forged(
                        "a header that must be understood and is not",
                        "signature",
                        claims -> signed(
                                FIRST_KEY,
                                header(JWSAlgorithm.RS256)
                                        .criticalParams(Set.of("more"))
                                        .customParam("more", true)
                                        .build(),
                                claims)),
                forged(
                        "of another kind than an identity token",
                        "signature",
                        claims -> signed(
                                FIRST_KEY,
                                header(JWSAlgorithm.RS256)
                                        .type(new JOSEObjectType("at+jwt"))
                                        .build(),
                                claims)),
                forged("words changed after it was signed", "signature", ForgedTokensTest::changed),
                forged("the signature cut off", "signature", claims -> signed(FIRST_KEY, claims)
                        .replaceFirst("\\.[^.]*$", ".AA")),
                forged("no token at all", "form", claims -> "not.a.token"),
                forged(
                        "two tokens in one",
                        "form",
                        claims -> signed(FIRST_KEY, claims) + "." + signed(FIRST_KEY, claims)),
                broken("another issuer", "iss", claims -> claims.issuer("https://elsewhere.example")),
                broken("nearly the issuer", "iss", claims -> claims.issuer(signing.there.issuer() + "/")),
                broken("no issuer", "iss", claims -> claims.issuer(null)),
                broken("for somebody else", "aud", claims -> claims.audience("another")),
                broken("for nobody", "aud", claims -> claims.audience((String) null)),
                broken(
                        "for several without saying who asked",
                        "azp",
                        claims -> claims.audience(List.of(CLIENT, "another"))),
                broken("asked for by somebody else", "azp", claims -> claims.claim("azp", "another")),
                broken("for several, asked for by somebody else", "azp", claims -> claims.audience(
                                List.of(CLIENT, "another"))
                        .claim("azp", "another")),
                broken("run out", "exp", claims -> claims.expirationTime(before(A_MINUTE))),
                broken("never runs out", "exp", claims -> claims.expirationTime(null)),
                broken("from the future", "iat", claims -> claims.issueTime(after(A_MINUTE.plusSeconds(1)))),
                broken("from nobody knows when", "iat", claims -> claims.issueTime(null)),
                broken(
                        "made for an earlier sign-in",
                        "iat",
                        claims -> claims.issueTime(before(IdTokens.OLDEST.plus(A_MINUTE)))),
                broken("not yet", "nbf", claims -> claims.notBeforeTime(after(A_MINUTE.plusSeconds(1)))),
                broken("another nonce", "nonce", claims -> claims.claim("nonce", "another")),
                broken("no nonce", "nonce", claims -> claims.claim("nonce", null)),
                broken("about nobody", "sub", claims -> claims.subject(null)),
                broken("about an empty name", "sub", claims -> claims.subject(" ")),
                broken("bound to another access token", "at_hash", claims -> claims.claim("at_hash", hash("another"))));
    }

    @Test
    void a_token_of_another_sign_in_is_refused() {
        Departure first = signing.leave();
        Departure second = signing.leave();
        String code = signing.there.consent(second.to());
        signing.there.issue(asked -> signed(
                FIRST_KEY,
                signing.there.claims(asked).claim("nonce", nonceOf(first)).build()));

        SigningIn.assertRefused(UNTRUSTED_TOKEN, "token.nonce", () -> signing.arrive(second, code));
    }

    @Test
    void clocks_may_be_a_minute_apart() {
        signing.there.issue(asked -> signed(
                FIRST_KEY,
                signing.there
                        .claims(asked)
                        .issueTime(after(A_MINUTE))
                        .notBeforeTime(after(A_MINUTE))
                        .build()));
        assertEquals("p1", signing.arrive().person().value());

        signing.there.issue(asked -> signed(
                FIRST_KEY,
                signing.there
                        .claims(asked)
                        .expirationTime(before(A_MINUTE.minusSeconds(1)))
                        .build()));
        assertEquals("p1", signing.arrive().person().value());
    }

    @Test
    void a_token_for_several_is_believed_when_this_product_asked_for_it() {
        signing.there.issue(asked -> signed(
                FIRST_KEY,
                signing.there
                        .claims(asked)
                        .audience(List.of(CLIENT, "another"))
                        .claim("azp", CLIENT)
                        .build()));

        assertEquals("p1", signing.arrive().person().value());
    }

    @Test
    void an_access_token_need_not_be_bound() {
        signing.there.issue(asked -> signed(
                FIRST_KEY, signing.there.claims(asked).claim("at_hash", null).build()));

        assertEquals("p1", signing.arrive().person().value());
    }

    private DynamicTest broken(String what, String rule, UnaryOperator<JWTClaimsSet.Builder> change) {
        return forged(
                what,
                rule,
                claims -> signed(
                        FIRST_KEY,
                        change.apply(new JWTClaimsSet.Builder(claims)).build()));
    }

    private DynamicTest forged(String what, String rule, Function<JWTClaimsSet, String> forge) {
        return DynamicTest.dynamicTest(what, () -> {
            signing.there.issue(asked -> forge.apply(signing.there.claims(asked).build()));
            SigningIn.assertRefused(UNTRUSTED_TOKEN, "token." + rule, signing::arrive);
        });
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(FIRST_KEY.getKeyID());
    }

    private static String withPublicKey(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256).build(), claims);
            token.sign(new MACSigner(FIRST_KEY.toPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String changed(JWTClaimsSet claims) {
        String[] parts = signed(FIRST_KEY, claims).split("\\.");
        String words = new Base64URL(parts[1]).decodeToString().replace("\"p1\"", "\"p2\"");
        return parts[0] + "." + Base64URL.encode(words) + "." + parts[2];
    }

    private static String nonceOf(Departure departure) {
        return departure.to().getQuery().replaceFirst(".*nonce=([^&]*).*", "$1");
    }

    private Date before(Duration time) {
        return Date.from(now().minus(time));
    }

    private Date after(Duration time) {
        return Date.from(now().plus(time));
    }

    private Instant now() {
        return signing.clock.instant();
    }
}
