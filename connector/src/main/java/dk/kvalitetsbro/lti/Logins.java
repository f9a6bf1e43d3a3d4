package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.SignInStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Logins that a platform began: it is asked for its word, and what it answers has to fit. */
@ApplicationScoped
class Logins {
    static final String PURPOSE = "lti";
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final List<String> FIELDS =
            List.of("iss", "client_id", "lti_deployment_id", "login_hint", "lti_message_hint", "target_link_uri");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param address where the person's browser is sent to ask */
    record Asked(SignInStates.Begun begun, Platform platform, URI address) {}

    /** What the answer to a login has to fit. */
    record Expected(Platform platform, String nonce) {}

    private final Platforms platforms;
    private final SignInStates states;

    @Inject
    Logins(Platforms platforms, SignInStates states) {
        this.platforms = platforms;
        this.states = states;
    }

    /**
     * @param root the application's own root as platforms know it, ending in a slash
     * @return the platform that sends somebody, if it may, and for something that there is
     */
    Platform check(Fields login, URI root) {
        Platform platform = platform(login);
        login.get("login_hint");
        login.find("lti_deployment_id")
                .filter(deployment -> !platform.deployments().contains(deployment))
                .ifPresent(unknown -> {
                    throw new LaunchRefused(Rule.DEPLOYMENT, unknown);
                });
        Target.page(login.get("target_link_uri"), root);
        return platform;
    }

    /** As {@link #check}, and begins the login. */
    Asked begin(Fields login, URI root) {
        Platform platform = check(login, root);
        String nonce = nonce();
        var begun = states.begin(PURPOSE, Map.of("platform", String.valueOf(platform.id()), "nonce", nonce), LIFETIME);
        return new Asked(begun, platform, question(platform, login, root.resolve("lti/launch"), begun.state(), nonce));
    }

    /**
     * Takes what a login began, once.
     *
     * @param bound what the browser kept
     */
    Expected take(String state, Optional<String> bound) {
        Map<String, String> carried =
                states.take(PURPOSE, state, bound).orElseThrow(() -> notTaken(state, bound.isPresent()));
        Platform platform = platforms
                .find(Long.parseLong(carried.getOrDefault("platform", "0")))
                .orElseThrow(() -> new LaunchRefused(Rule.PLATFORM, "removed meanwhile"));
        requireActive(platform);
        return new Expected(platform, carried.getOrDefault("nonce", ""));
    }

    private LaunchRefused notTaken(String state, boolean bound) {
        if (states.wasTaken(PURPOSE, state)) {
            return new LaunchRefused(Rule.ONCE, "answered before");
        }
        return bound
                ? new LaunchRefused(Rule.STATE, "unknown or old, or of another browser")
                : new LaunchRefused(Rule.BROWSER, "no cookie");
    }

    private Platform platform(Fields login) {
        List<Platform> ofIssuer = platforms.of(login.get("iss")).stream()
                .filter(known ->
                        login.find("client_id").orElse(known.clientId()).equals(known.clientId()))
                .toList();
        if (ofIssuer.isEmpty()) {
            throw new LaunchRefused(Rule.PLATFORM, login.get("iss"));
        }
        if (ofIssuer.size() > 1) {
            throw new LaunchRefused(Rule.CLIENT_ID, "several for " + login.get("iss"));
        }
        requireActive(ofIssuer.get(0));
        return ofIssuer.get(0);
    }

    private static void requireActive(Platform platform) {
        if (platform.state() != Platform.State.ACTIVE) {
            throw new LaunchRefused(Rule.PLATFORM_ACTIVE, platform.name());
        }
    }

    private static URI question(Platform platform, Fields login, URI answer, String state, String nonce) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("scope", "openid");
        asked.put("response_type", "id_token");
        asked.put("response_mode", "form_post");
        asked.put("prompt", "none");
        asked.put("client_id", platform.clientId());
        asked.put("redirect_uri", answer.toString());
        asked.put("login_hint", login.get("login_hint"));
        login.find("lti_message_hint").ifPresent(hint -> asked.put("lti_message_hint", hint));
        asked.put("state", state);
        asked.put("nonce", nonce);
        return with(platform.authEndpoint(), asked);
    }

    /** @return where the same login begins anew, for a link */
    static URI anew(Fields login, URI root) {
        Map<String, String> again = new LinkedHashMap<>();
        FIELDS.forEach(name -> login.find(name).ifPresent(value -> again.put(name, value)));
        return with(root.resolve("lti/login"), again);
    }

    private static URI with(URI address, Map<String, String> fields) {
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query);
    }

    private static String nonce() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
