package dk.kvalitetsbro.lti;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What platforms answer to logins. */
@ApplicationScoped
class Launches {
    private final Platforms platforms;
    private final Logins logins;
    private final Verification verification;

    @Inject
    Launches(Platforms platforms, Logins logins, Verification verification) {
        this.platforms = platforms;
        this.logins = logins;
        this.verification = verification;
    }

    /**
     * Takes the login that is answered, and asks whether the answer is one to it.
     *
     * @param bound what the browser kept of the login
     * @throws LaunchRefused for the first rule that is broken
     */
    Launch receive(Fields form, Optional<String> bound) {
        Logins.Expected expected = logins.take(form.get("state"), bound);
        form.find("error").ifPresent(error -> {
            throw new LaunchRefused(Rule.PLATFORM_AGREES, error);
        });
        return verification.verify(IdToken.parse(form.get("id_token")), expected.platform(), expected.nonce());
    }

    /** @return the platform that a token says it is from, to ask what it kept: nobody is let in for that */
    Optional<Platform> claimed(Fields form) {
        return form.find("id_token").flatMap(IdToken::claimedIssuer).flatMap(issuer -> platforms.of(issuer).stream()
                .findFirst());
    }
}
