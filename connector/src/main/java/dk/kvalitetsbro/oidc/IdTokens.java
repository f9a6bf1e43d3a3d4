package dk.kvalitetsbro.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dk.kvalitetsbro.oidc.OidcSettings.Provided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;

/** Believes an identity token only when every rule of OpenID Connect for one that came by a code is kept. */
@ApplicationScoped
class IdTokens {
    /** How much two clocks may be apart. */
    static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    /** A token is made for this very sign-in. */
    static final Duration OLDEST = Duration.ofMinutes(10);

    private final OidcSettings settings;
    private final Provider provider;
    private final Clock clock;

    @Inject
    IdTokens(OidcSettings settings, Provider provider, Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * @param nonce what was asked to stand in it
     * @throws SignInRefused when a rule is broken
     */
    public JWTClaimsSet verified(Provider.Tokens tokens, String nonce) {
        Provided provided = settings.provided().orElseThrow();
        JWTClaimsSet claims = signed(tokens.idToken(), provided);
        requireFor(provided, claims);
        requireTimely(claims);
        require(nonce.equals(claims.getClaim("nonce")), "nonce");
        require(claims.getSubject() != null && !claims.getSubject().isBlank(), "sub");
        requireBoundTo(tokens.accessToken(), claims);
        return claims;
    }

    /** The algorithm is the configured one, whatever the token says, and the key one that the provider names. */
    private JWTClaimsSet signed(String token, Provided provided) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            require(signed.getHeader().getKeyID() != null, "kid");
            require(signed.getHeader().getAlgorithm().equals(provided.algorithm()), "alg");
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(provided.algorithm(), provider.keys()));
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            return processor.process(signed, null);
        } catch (ParseException e) {
            throw untrusted("form");
        } catch (BadJOSEException | RateLimitReachedException e) {
            throw untrusted("signature");
        } catch (KeySourceException e) {
            throw new SignInRefused(SignInTrouble.UNREACHABLE, "keys");
        } catch (JOSEException e) {
            throw untrusted("signature");
        }
    }

    private static void requireFor(Provided provided, JWTClaimsSet claims) {
        require(provided.issuer().equals(claims.getIssuer()), "iss");
        require(claims.getAudience().contains(provided.clientId()), "aud");
        Object party = claims.getClaim("azp");
        require(party != null || claims.getAudience().size() == 1, "azp");
        require(party == null || party.equals(provided.clientId()), "azp");
    }

    private void requireTimely(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant soon = now.plus(CLOCKS_APART);
        Instant justNow = now.minus(CLOCKS_APART);
        Optional<Instant> issued = time(claims.getIssueTime());
        require(time(claims.getExpirationTime()).filter(justNow::isBefore).isPresent(), "exp");
        require(issued.filter(at -> !at.isAfter(soon)).isPresent(), "iat");
        require(issued.filter(at -> at.isAfter(justNow.minus(OLDEST))).isPresent(), "iat");
        require(time(claims.getNotBeforeTime()).filter(soon::isBefore).isEmpty(), "nbf");
    }

    private static Optional<Instant> time(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    /** Both algorithms hash by SHA-256. */
    private static void requireBoundTo(Optional<String> accessToken, JWTClaimsSet claims) {
        Object hash = claims.getClaim("at_hash");
        if (hash != null) {
            require(accessToken.map(IdTokens::halfHash).filter(hash::equals).isPresent(), "at_hash");
        }
    }

    private static String halfHash(String token) {
        byte[] whole = sha256(token);
        return Base64URL.encode(Arrays.copyOf(whole, whole.length / 2)).toString();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw untrusted(rule);
        }
    }

    private static SignInRefused untrusted(String rule) {
        return new SignInRefused(SignInTrouble.UNTRUSTED_TOKEN, "token." + rule);
    }
}
