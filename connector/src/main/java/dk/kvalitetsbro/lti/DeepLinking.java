package dk.kvalitetsbro.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import dk.kvalitetsbro.access.SignInStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Answers a platform that asks what to place in a course. */
@ApplicationScoped
class DeepLinking {
    static final Duration TIME_TO_CHOOSE = Duration.ofMinutes(30);
    private static final String PURPOSE = "lti-selection";
    private static final Duration ANSWER_LIVES = Duration.ofMinutes(5);
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    private final SignInStates states;
    private final ToolKeys keys;
    private final Clock clock;

    @Inject
    DeepLinking(SignInStates states, ToolKeys keys, Clock clock) {
        this.states = states;
        this.keys = keys;
        this.clock = clock;
    }

    /** @return what the page of choices brings back, once: in a frame browsers bring no cookie */
    public Ticket begin(DeepLinkRequest request) {
        return Ticket.of(states.begin(PURPOSE, request.carried(), TIME_TO_CHOOSE));
    }

    /** @return empty where nothing was begun so, or it was answered before, or too long ago */
    public Optional<DeepLinkRequest> take(String ticket) {
        return Ticket.read(ticket)
                .flatMap(halves -> states.take(PURPOSE, halves.state(), Optional.of(halves.proof())))
                .map(DeepLinkRequest::of);
    }

    /**
     * @param address of a page, as platforms have to know it
     * @return the signed answer: what to place, or nothing
     */
    public String answer(
            Platform platform, DeepLinkRequest request, List<Placeable> chosen, Function<String, URI> address) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(platform.clientId())
                .subject(platform.clientId())
                .audience(platform.issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ANSWER_LIVES)))
                .claim("nonce", UUID.randomUUID().toString())
                .claim(CLAIM + "message_type", "LtiDeepLinkingResponse")
                .claim(CLAIM + "version", "1.3.0")
                .claim(CLAIM + "deployment_id", request.deployment())
                .claim(
                        DEEP_LINKING + "content_items",
                        chosen.stream().map(page -> item(page, address)).toList());
        request.data().ifPresent(data -> claims.claim(DEEP_LINKING + "data", data));
        return keys.sign(claims.build());
    }

    private static Map<String, Object> item(Placeable page, Function<String, URI> address) {
        Map<String, Object> item = new HashMap<>(Map.of(
                "type", "ltiResourceLink",
                "title", page.title(),
                "url", address.apply(page.page()).toString(),
                "window", Map.of("targetName", "_blank")));
        if (page.graded()) {
            item.put("lineItem", Map.of("scoreMaximum", 1, "label", page.title(), "resourceId", page.page()));
        }
        return item;
    }
}
