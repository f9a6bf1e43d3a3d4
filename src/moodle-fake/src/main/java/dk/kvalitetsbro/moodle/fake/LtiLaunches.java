package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Html.escape;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How people get from the site to a tool: the site begins a login there, the tool asks who comes, and the site answers
 * with a signed token, by forms that send themselves. What is asked has to be as Moodle's auth.php demands.
 */
final class LtiLaunches {
    static final String OPEN = "/local/kvalitetsbro/open.php";
    static final String AUTH = "/mod/lti/auth.php";
    private static final String STORAGE = "lti_storage_target";
    static final String SCRIPT = "document.forms[0].submit();\n";

    /** What can be opened from outside a course, as the plugin has it: pages of the connector. */
    private static final Map<String, String> PAGES =
            Map.of("local_kvalitetsbro", "lti/launch", "local_kvalitetsbro_own", "mine-forloeb");

    /** A launch that was begun; it counts once. */
    private record Begun(long userId, LtiTool tool, URI target, boolean choosing, boolean storage) {}

    private final LtiPlatform platform;
    private final LtiMessages messages;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Begun> begun = new ConcurrentHashMap<>();

    LtiLaunches(LtiPlatform platform, Site site, URI baseUri, MoodleVersion version) {
        this.platform = platform;
        this.messages = new LtiMessages(site, baseUri, version);
    }

    /** Where a page leads that can be opened from outside a course; there is none without the tool. */
    static boolean isOffered(LtiPlatform platform) {
        return platform.tool(LtiPlatform.KVALITETSBRO).isPresent();
    }

    /** Begins a login at the connector, for one of its pages. */
    Optional<Response> open(Account person, Request request) {
        var page = request.text("page").isEmpty() ? "local_kvalitetsbro" : request.text("page");
        return platform.tool(LtiPlatform.KVALITETSBRO)
                .filter(tool -> PAGES.containsKey(page))
                .map(tool -> begin(new Begun(
                        person.id(),
                        tool,
                        tool.launch().resolve("../" + PAGES.get(page)),
                        false,
                        !request.text("storage").isEmpty())));
    }

    /** Begins a login for somebody who is to choose what a course shall have of the connector. */
    Optional<Response> choose(Account person) {
        return platform.tool(LtiPlatform.KVALITETSBRO).flatMap(tool -> tool.deepLinking()
                .map(target -> begin(new Begun(person.id(), tool, target, true, false))));
    }

    private Response begin(Begun launch) {
        var tool = launch.tool();
        var launchId = (launch.choosing() ? "ltilaunch_ContentItemSelectionRequest" : "ltilaunch1_")
                + random.nextInt(1, Integer.MAX_VALUE);
        begun.put(launchId, launch);
        var fields = new LinkedHashMap<String, String>();
        fields.put("iss", platform.issuer());
        fields.put("target_link_uri", launch.target().toString());
        fields.put("login_hint", String.valueOf(launch.userId()));
        fields.put(
                "lti_message_hint",
                Replies.object()
                        .add("cmid", 1)
                        .add("launchid", launchId)
                        .build()
                        .toString());
        fields.put("client_id", tool.clientId());
        fields.put("lti_deployment_id", String.valueOf(tool.id()));
        if (launch.storage()) {
            fields.put(STORAGE, "_parent");
        }
        return form(tool.login(), fields);
    }

    /** Answers the tool that asks who comes. Where it cannot be answered by its address, the person reads why. */
    Response answer(Optional<Account> person, Request request) {
        var tool = platform.tool(request.text("client_id"));
        if (tool.isEmpty() || !tool.get().redirects().contains(request.text("redirect_uri"))) {
            return Response.page(400, View.notice("Det gik ikke", "Ukendt værktøj eller adresse."));
        }
        var answer = new LinkedHashMap<String, String>();
        var launch = launch(request)
                .filter(known -> known.tool().clientId().equals(tool.get().clientId()));
        var error = error(person, launch, request);
        if (error.isPresent()) {
            answer.put("error", error.get());
        } else {
            launch.filter(Begun::storage).ifPresent(keeping -> answer.put(STORAGE, "_parent"));
            answer.put("id_token", token(person.orElseThrow(), launch.orElseThrow(), request.text("nonce")));
        }
        if (!request.text("state").isEmpty()) {
            answer.put("state", request.text("state"));
        }
        return form(URI.create(request.text("redirect_uri")), answer);
    }

    private static Optional<String> error(Optional<Account> person, Optional<Begun> launch, Request request) {
        if (!request.text("scope").equals("openid")) {
            return Optional.of("invalid_scope");
        }
        boolean asAgreed = request.text("response_type").equals("id_token")
                && request.text("response_mode").equals("form_post")
                && !request.text("nonce").isEmpty()
                && (request.text("prompt").isEmpty() || request.text("prompt").equals("none"));
        if (!asAgreed) {
            return Optional.of("invalid_request");
        }
        if (person.isEmpty()) {
            return Optional.of("login_required");
        }
        long user = person.get().id();
        boolean same = request.text("login_hint").equals(String.valueOf(user))
                && launch.filter(known -> known.userId() == user).isPresent();
        return same ? Optional.empty() : Optional.of("access_denied");
    }

    private Optional<Begun> launch(Request request) {
        try (var reader = Replies.reader(request.text("lti_message_hint"))) {
            return Optional.ofNullable(begun.remove(reader.readObject().getString("launchid", "")));
        } catch (JsonException notOne) {
            return Optional.empty();
        }
    }

    private String token(Account person, Begun launch, String nonce) {
        JsonObject claims = messages.launch(person, launch.tool(), launch.target(), nonce);
        return platform.signLaunch(launch.choosing() ? messages.choosing(claims, launch.tool()) : claims);
    }

    /** A form that sends itself; whoever has no scripts sends it by its button. */
    private static Response form(URI action, Map<String, String> fields) {
        var inputs = fields.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escape(field.getKey()), escape(field.getValue())))
                .collect(Collectors.joining("\n"));
        var origin = action.getScheme() + "://" + action.getAuthority();
        return Response.page(200, View.selfSending(action, inputs))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self' " + origin
                                + "; base-uri 'none'; frame-ancestors 'self'")
                .with("Referrer-Policy", "origin");
    }
}
