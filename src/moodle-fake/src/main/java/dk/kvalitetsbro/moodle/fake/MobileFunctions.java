package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * {@code tool_mobile_call_external_functions}: several calls in one, each answered as JSON inside a string. The first
 * error ends it; what comes after has no answer at all.
 */
final class MobileFunctions {
    private final WebServices services;
    private final MoodleVersion version;
    private final String siteUrl;

    MobileFunctions(WebServices services, MoodleVersion version, String siteUrl) {
        this.services = services;
        this.version = version;
        this.siteUrl = siteUrl;
    }

    Map<String, WebServices.Function> all() {
        return Map.of("tool_mobile_call_external_functions", this::callExternalFunctions);
    }

    private JsonValue callExternalFunctions(Args args) {
        var responses = array();
        for (var request : args.only("requests").rows("requests")) {
            try {
                responses.add(object().add("error", false).add("data", answer(request)));
            } catch (WebServiceException e) {
                responses.add(object().add("error", true)
                        .add("exception", e.toEmbeddedJson(siteUrl, version).toString()));
                break;
            }
        }
        return object().add("responses", responses).build();
    }

    private String answer(Args request) {
        var function = request.text("function");
        if (!services.offered().contains(function)) {
            throw WebServiceException.accessDenied();
        }
        return services.call(function, arguments(request)).toString();
    }

    private static Args arguments(Args request) {
        try (var reader = Replies.reader(request.optionalText("arguments").orElse("{}"))) {
            return Args.of(reader.readObject());
        } catch (JsonException e) {
            throw WebServiceException.invalidParameter();
        }
    }
}
