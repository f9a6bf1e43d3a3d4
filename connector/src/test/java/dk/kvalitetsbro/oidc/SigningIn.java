package dk.kvalitetsbro.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.access.SignInStates;
import dk.kvalitetsbro.oidc.ProviderSignIn.Answer;
import dk.kvalitetsbro.oidc.ProviderSignIn.Arrival;
import dk.kvalitetsbro.oidc.ProviderSignIn.Departure;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** This product's side of a sign-in at the stand-in, and a browser that goes there and comes back. */
final class SigningIn implements AutoCloseable {
    static final URI REDIRECT = URI.create("https://kvalitet.example/app/log-ind/oidc/svar");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    final MovableClock clock = new MovableClock();
    final StandInProvider there = StandInProvider.start(clock);
    final OidcSettings settings;
    final Provider provider;
    final ProviderSignIn here;

    SigningIn(Jdbi jdbi) {
        this(jdbi, "RS256", LONG_ENOUGH);
    }

    SigningIn(Jdbi jdbi, String algorithm) {
        this(jdbi, algorithm, LONG_ENOUGH);
    }

    /** @param longestCall how long one call to the provider may take */
    SigningIn(Jdbi jdbi, Duration longestCall) {
        this(jdbi, "RS256", longestCall);
    }

    private SigningIn(Jdbi jdbi, String algorithm, Duration longestCall) {
        settings = settings(there.issuer(), algorithm);
        provider = new Provider(settings, clock, longestCall);
        here = new ProviderSignIn(
                settings, provider, new IdTokens(settings, provider, clock), new SignInStates(jdbi, clock));
        there.signIn("p1");
    }

    static OidcSettings settings(String issuer, String algorithm) {
        return new OidcSettings(
                Optional.of(issuer),
                Optional.of(StandInProvider.CLIENT),
                Optional.of(StandInProvider.SECRET),
                "employee_number",
                "openid profile",
                Optional.of("Kommunen"),
                algorithm);
    }

    Departure leave() {
        return here.begin(Optional.of("mine-forloeb"), REDIRECT);
    }

    /** The browser comes back from where it was sent, with a code. */
    Arrival arrive() {
        Departure departure = leave();
        return arrive(departure, there.consent(departure.to()));
    }

    Arrival arrive(Departure departure, String code) {
        return finish(departure, answer(departure, code));
    }

    Arrival finish(Departure departure, Answer answer) {
        return here.finish(answer, Optional.of(departure.begun().cookie()), REDIRECT);
    }

    Answer answer(Departure departure, String code) {
        return new Answer(
                Optional.of(departure.begun().state()),
                Optional.of(code),
                Optional.of(there.issuer()),
                Optional.empty());
    }

    static void assertRefused(SignInTrouble trouble, String rule, Runnable signIn) {
        SignInRefused refused = assertThrows(SignInRefused.class, signIn::run);
        assertEquals(trouble + " " + rule, refused.trouble() + " " + refused.rule());
    }

    @Override
    public void close() {
        provider.close();
        there.close();
    }
}
