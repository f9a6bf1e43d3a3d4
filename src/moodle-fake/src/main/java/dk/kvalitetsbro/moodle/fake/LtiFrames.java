package dk.kvalitetsbro.moodle.fake;

import java.util.Optional;

/**
 * Pages that show the connector in a frame, as Moodle does: an activity whose launch container is "embed", the choice of
 * what a course shall have, and the registration of a tool. With {@code storage} in its address the activity keeps what
 * the tool asks it to (LTI platform storage), which Moodle does not yet.
 */
final class LtiFrames {
    static final String SCRIPT =
            """
            const kept = new Map();
            addEventListener('message', (event) => {
              const { subject, message_id, key, value } = event.data ?? {};
              const answer = (told) =>
                event.source.postMessage({ subject: subject + '.response', message_id, key, value: told }, event.origin);
              if (subject === 'lti.put_data') {
                kept.set(event.origin + ' ' + key, value);
                answer(value);
              } else if (subject === 'lti.get_data') {
                answer(kept.get(event.origin + ' ' + key));
              } else if (subject === 'org.imsglobal.lti.close') {
                document.getElementById('contentframe').remove();
              }
            });
            """;

    private static final String LAUNCH = "/mod/lti/launch.php";
    private static final String CHOOSE = "/mod/lti/contentitem.php";

    private final LtiPlatform platform;
    private final LtiLaunches launches;

    LtiFrames(LtiPlatform platform, LtiLaunches launches) {
        this.platform = platform;
        this.launches = launches;
    }

    Optional<Response> answer(Row.Account person, Request request) {
        var storage = request.text("storage").isEmpty() ? "" : "?storage=1";
        return switch (request.method() + " " + request.path()) {
            case "GET /mod/lti/view.php" -> Optional.of(page("Kvalitetsbro", LAUNCH + storage));
            case "GET " + LAUNCH -> launches.open(person, request);
            case "GET /course/modedit.php" -> Optional.of(page("Vælg indhold", CHOOSE));
            case "GET " + CHOOSE -> launches.choose(person);
            case "GET /mod/lti/startltiadvregistration.php" -> Optional.of(page("Registrér", registration(request)));
            default -> Optional.empty();
        };
    }

    /** The link that somebody was given at the tool, with what the tool needs to register. */
    private String registration(Request request) {
        return request.text("url") + "&openid_configuration=" + platform.issuer()
                + "/mod/lti/openid-configuration.php&registration_token=" + platform.registrationToken();
    }

    private Response page(String title, String source) {
        return Response.page(200, View.framing(title, source))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; frame-src 'self' " + connector()
                                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    private String connector() {
        return platform.tool(LtiPlatform.KVALITETSBRO)
                .map(tool -> tool.launch().getScheme() + "://" + tool.launch().getAuthority())
                .orElse("");
    }
}
