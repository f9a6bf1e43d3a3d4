package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.SignInStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Links by which one platform, named beforehand, may register itself once and soon. Without one an unknown person could
 * register a platform of their own and vouch for anybody.
 */
@ApplicationScoped
class RegistrationLinks {
    static final Duration LIVES = Duration.ofHours(1);
    private static final String PURPOSE = "lti-registration";
    private static final String ISSUER = "issuer";

    private final SignInStates states;

    @Inject
    RegistrationLinks(SignInStates states) {
        this.states = states;
    }

    /** @return the secret part of the link, which is stored nowhere else */
    public String make(String issuer) {
        return Ticket.of(states.begin(PURPOSE, Map.of(ISSUER, issuer), LIVES)).text();
    }

    /** Uses a link up. @return the issuer that it was made for; empty for one that is unknown, used or too old */
    public Optional<String> use(String secret) {
        return Ticket.read(secret)
                .flatMap(ticket -> states.take(PURPOSE, ticket.state(), Optional.of(ticket.proof())))
                .map(carried -> carried.get(ISSUER));
    }
}
