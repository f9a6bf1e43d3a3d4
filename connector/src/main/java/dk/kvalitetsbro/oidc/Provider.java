package dk.kvalitetsbro.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import dk.kvalitetsbro.oidc.OidcSettings.Provided;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.FormBody;

/** The provider at the other end: what it tells of itself, its keys, and its exchange of a code for tokens. */
@ApplicationScoped
class Provider {
    static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(8);
    private static final long KEYS_MILLIS = Duration.ofMinutes(15).toMillis();

    /** An unknown key makes the keys be fetched anew, but not more often than twice in this time. */
    private static final long KEYS_ANEW_MILLIS = Duration.ofSeconds(30).toMillis();

    private record Known(Metadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

    /** @param accessToken what the identity token may be bound to */
    record Tokens(String idToken, Optional<String> accessToken) {}

    private final OidcSettings settings;
    private final Clock clock;
    private final ProviderCalls calls;
    private volatile Optional<Known> known = Optional.empty();

    @Inject
    Provider(OidcSettings settings, Clock clock) {
        this(settings, clock, LONGEST_CALL);
    }

    Provider(OidcSettings settings, Clock clock, Duration longestCall) {
        this.settings = settings;
        this.clock = clock;
        this.calls = new ProviderCalls(longestCall);
    }

    /** @throws SignInRefused when it can't be had */
    public Metadata metadata() {
        return known().metadata();
    }

    /** @throws SignInRefused when it can't be known where they are */
    public JWKSource<SecurityContext> keys() {
        return known().keys();
    }

    private Known known() {
        Instant now = clock.instant();
        return known.filter(fresh -> fresh.until().isAfter(now)).orElseGet(() -> {
            Metadata metadata = discover();
            Known read = new Known(metadata, keysAt(metadata.keys()), now.plus(KNOWN_FOR));
            known = Optional.of(read);
            return read;
        });
    }

    private Metadata discover() {
        String issuer = provided().issuer();
        ProviderCalls.Answer answer =
                ask("discovery", () -> calls.get(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"));
        if (answer.status() != 200) {
            throw new SignInRefused(SignInTrouble.UNREACHABLE, "discovery.status");
        }
        return Metadata.of(answer.json("discovery"), issuer);
    }

    private JWKSource<SecurityContext> keysAt(URI address) {
        try {
            return JWKSourceBuilder.create(address.toURL(), url -> {
                        ProviderCalls.Answer answer = calls.get(url.toString());
                        if (answer.status() != 200) {
                            throw new IOException("keys answered " + answer.status());
                        }
                        return new Resource(answer.body(), "application/json");
                    })
                    .cache(KEYS_MILLIS, LONGEST_CALL.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(KEYS_ANEW_MILLIS)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Exchanges the code of an answer for tokens.
     *
     * @param verifier what only the one knows who asked for the code
     * @throws SignInRefused when there are none
     */
    public Tokens redeem(String code, String verifier, URI redirect) {
        Metadata metadata = metadata();
        Provided provided = provided();
        FormBody.Builder form = new FormBody.Builder()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", redirect.toString())
                .add("code_verifier", verifier);
        if (metadata.secretInForm()) {
            form.add("client_id", provided.clientId()).add("client_secret", provided.clientSecret());
        }
        String credentials = metadata.secretInForm() ? "" : credentials(provided);
        ProviderCalls.Answer answer =
                ask("token", () -> calls.post(metadata.token().toString(), form.build(), credentials));
        if (answer.status() != 200) {
            throw refused(answer);
        }
        return tokens(answer.json("token"));
    }

    /** RFC 6749 has both written as in a form before they are put together. */
    private static String credentials(Provided provided) {
        return Credentials.basic(encoded(provided.clientId()), encoded(provided.clientSecret()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Tokens tokens(JsonObject answer) {
        String type = text(answer, "token_type").orElse("");
        if (!type.equalsIgnoreCase("Bearer")) {
            throw new SignInRefused(SignInTrouble.UNREACHABLE, "token.type");
        }
        return new Tokens(
                text(answer, "id_token")
                        .orElseThrow(() -> new SignInRefused(SignInTrouble.UNREACHABLE, "token.noIdToken")),
                text(answer, "access_token"));
    }

    private static SignInRefused refused(ProviderCalls.Answer answer) {
        if (answer.status() != 400 && answer.status() != 401) {
            return new SignInRefused(SignInTrouble.UNREACHABLE, "token.status");
        }
        return switch (text(answer.json("token"), "error").orElse("")) {
            case "invalid_grant" -> new SignInRefused(SignInTrouble.CODE_REFUSED, "token.grant");
            case "invalid_client", "unauthorized_client" ->
                new SignInRefused(SignInTrouble.NOT_KNOWN_THERE, "token.client");
            default -> new SignInRefused(SignInTrouble.PROVIDER_FAILED, "token.error");
        };
    }

    private static Optional<String> text(JsonObject answer, String name) {
        return answer.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private Provided provided() {
        return settings.provided().orElseThrow();
    }

    private interface Call {
        ProviderCalls.Answer answer() throws IOException;
    }

    private static ProviderCalls.Answer ask(String what, Call call) {
        try {
            return call.answer();
        } catch (IOException e) {
            throw new SignInRefused(SignInTrouble.UNREACHABLE, what);
        }
    }

    @PreDestroy
    void close() {
        calls.close();
    }
}
