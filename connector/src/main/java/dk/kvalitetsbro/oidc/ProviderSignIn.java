package dk.kvalitetsbro.oidc;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.SignInStates;
import dk.kvalitetsbro.oidc.OidcSettings.Provided;
import dk.kvalitetsbro.web.FreeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in at the provider: {@link #begin} sends the browser there, and {@link #finish} believes what it comes back with
 * or refuses it.
 */
@ApplicationScoped
class ProviderSignIn {
    static final String PURPOSE = "oidc";
    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> THEIR_DECISION = Set.of("access_denied", "interaction_required", "login_required");

    /** The browser leaves for the provider. */
    record Departure(URI to, SignInStates.Begun begun) {}

    /** What the browser comes back with. */
    record Answer(Optional<String> state, Optional<String> code, Optional<String> issuer, Optional<String> error) {}

    /**
     * Somebody the provider vouches for.
     *
     * @param page    what was asked for before, if anything
     * @param idToken to name the sign-in by when it is ended there, too
     */
    record Arrival(PersonKey person, Optional<String> page, String idToken) {}

    private final OidcSettings settings;
    private final Provider provider;
    private final IdTokens tokens;
    private final SignInStates states;

    @Inject
    ProviderSignIn(OidcSettings settings, Provider provider, IdTokens tokens, SignInStates states) {
        this.settings = settings;
        this.provider = provider;
        this.tokens = tokens;
        this.states = states;
    }

    /**
     * @param page     asked for, below the application's root
     * @param redirect where the provider sends the browser back to
     * @throws SignInRefused when the provider can't be reached
     */
    public Departure begin(Optional<String> page, URI redirect) {
        Provided provided = settings.provided().orElseThrow();
        URI authorization = provider.metadata().authorization();
        String nonce = unguessable();
        String verifier = unguessable();
        Map<String, String> carried = new HashMap<>(Map.of("nonce", nonce, "verifier", verifier));
        page.ifPresent(asked -> carried.put("page", asked));
        SignInStates.Begun begun = states.begin(PURPOSE, carried, LIFETIME);
        URI to = Objects.requireNonNull(HttpUrl.get(authorization))
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", provided.clientId())
                .addQueryParameter("redirect_uri", redirect.toString())
                .addQueryParameter("scope", provided.scopes())
                .addQueryParameter("state", begun.state())
                .addQueryParameter("nonce", nonce)
                .addQueryParameter("code_challenge", challenge(verifier))
                .addQueryParameter("code_challenge_method", "S256")
                .build()
                .uri();
        return new Departure(to, begun);
    }

    /**
     * @param cookie   what the browser has kept since the beginning
     * @param redirect as at the beginning
     * @throws SignInRefused unless everything is as it must be
     */
    public Arrival finish(Answer answer, Optional<String> cookie, URI redirect) {
        Map<String, String> carried = answer.state()
                .flatMap(state -> states.take(PURPOSE, state, cookie))
                .orElseThrow(() -> new SignInRefused(SignInTrouble.NOT_BEGUN_HERE, "state"));
        requireFromProvider(answer.issuer());
        answer.error().ifPresent(ProviderSignIn::refused);
        String code = answer.code().orElseThrow(() -> new SignInRefused(SignInTrouble.PROVIDER_FAILED, "answer.code"));
        Provider.Tokens received = provider.redeem(code, carried(carried, "verifier"), redirect);
        JWTClaimsSet claims = tokens.verified(received, carried(carried, "nonce"));
        return new Arrival(person(claims), Optional.ofNullable(carried.get("page")), received.idToken());
    }

    private static String carried(Map<String, String> carried, String name) {
        return Objects.requireNonNull(carried.get(name));
    }

    /** RFC 9207: an answer may not come from another provider than the one asked. */
    private void requireFromProvider(Optional<String> issuer) {
        Provided provided = settings.provided().orElseThrow();
        boolean named = issuer.isPresent() || !provider.metadata().namesIssuer();
        if (!named || !issuer.orElse(provided.issuer()).equals(provided.issuer())) {
            throw new SignInRefused(SignInTrouble.OTHER_ISSUER, "answer.iss");
        }
    }

    private static void refused(String error) {
        throw THEIR_DECISION.contains(error)
                ? new SignInRefused(SignInTrouble.TURNED_AWAY, "answer.denied")
                : new SignInRefused(SignInTrouble.PROVIDER_FAILED, "answer.error");
    }

    private PersonKey person(JWTClaimsSet claims) {
        Object told = claims.getClaim(settings.provided().orElseThrow().personClaim());
        if (told == null) {
            throw new SignInRefused(SignInTrouble.NO_PERSON_KEY, "claim.missing");
        }
        return key(told).orElseThrow(() -> new SignInRefused(SignInTrouble.NO_PERSON_KEY, "claim.unusable"));
    }

    /** Nothing like a CPR number becomes a key, so that none is ever shown or written down. */
    private static Optional<PersonKey> key(@Nullable Object told) {
        if (!(told instanceof String) && !(told instanceof Long) || FreeText.looksLikeCpr(told.toString())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PersonKey(told.toString()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String challenge(String verifier) {
        return Base64URL.encode(IdTokens.sha256(verifier)).toString();
    }

    private static String unguessable() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64URL.encode(random).toString();
    }
}
