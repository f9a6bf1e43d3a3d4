package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A platform as somebody types it in. */
final class PlatformForm {
    private static final List<String> FIELDS =
            List.of("name", "issuer", "client", "deployments", "auth", "token", "jwks", "key");
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_KEY = 8000;

    private final Map<String, String> typed;

    PlatformForm(MultivaluedMap<String, String> form) {
        typed = FIELDS.stream()
                .collect(Collectors.toMap(field -> field, field -> Optional.ofNullable(form.getFirst(field))
                        .orElse("")));
    }

    /** @return what was typed, for the form to show again */
    Map<String, String> again() {
        return typed;
    }

    /** @throws Refusal naming what is wrong with it */
    Platforms.Registration registration() {
        typed.values().forEach(text -> FreeText.optional(text, LONGEST_KEY));
        String issuer = issuer(field("issuer"));
        return new Platforms.Registration(
                issuer,
                id(FreeText.required(field("client"), LONGEST_ID)),
                name(issuer),
                endpoint("auth", issuer + "/mod/lti/auth.php"),
                endpoint("token", issuer + "/mod/lti/token.php"),
                endpoint("jwks", issuer + "/mod/lti/certs.php"),
                key());
    }

    /** @return the deployments' ids, at least one */
    List<String> deployments() {
        String written = FreeText.optional(field("deployments"), LONGEST_ADDRESS);
        List<String> ids = Stream.of(written.split("[,\\s]+"))
                .filter(id -> !id.isEmpty())
                .map(PlatformForm::id)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            throw new Refusal("web.text.missing");
        }
        return ids;
    }

    /** @return an address of a platform without a slash at the end, as Moodle has it of itself */
    static String issuer(String typed) {
        String address = FreeText.required(typed, LONGEST_ADDRESS).replaceFirst("/+$", "");
        return Origin.safe(address)
                .filter(it -> it.getRawQuery() == null)
                .map(URI::toString)
                .orElseThrow(() -> new Refusal("lti.platform.notAnAddress", address));
    }

    private String name(String issuer) {
        String typedName = FreeText.optional(field("name"), 100);
        return typedName.isEmpty() ? URI.create(issuer).getHost() : typedName;
    }

    private URI endpoint(String field, String usual) {
        String address = FreeText.optional(field(field), LONGEST_ADDRESS);
        String wanted = address.isEmpty() ? usual : address;
        return Origin.safe(wanted).orElseThrow(() -> new Refusal("lti.platform.notAnAddress", wanted));
    }

    private Optional<String> key() {
        String pasted = FreeText.optional(field("key"), LONGEST_KEY);
        if (!pasted.isEmpty() && PlatformKeys.pasted(pasted).isEmpty()) {
            throw new Refusal("lti.platform.notAKey");
        }
        return Optional.of(pasted).filter(text -> !text.isEmpty());
    }

    private static String id(String text) {
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new Refusal("lti.platform.notAnId", text);
        }
        return text;
    }

    private String field(String name) {
        return typed.getOrDefault(name, "");
    }
}
