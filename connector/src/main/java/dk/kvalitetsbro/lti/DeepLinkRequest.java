package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a platform asks when somebody there places something of ours in a course.
 *
 * @param returnUrl where the answer goes, at the platform
 * @param data      the platform's own, returned as it came
 * @param several   whether more than one thing may be placed at a time
 */
record DeepLinkRequest(
        long platform, String deployment, PersonKey person, URI returnUrl, Optional<String> data, boolean several) {
    static final String SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    static final String LINK = "ltiResourceLink";
    private static final int LONGEST_ADDRESS = 2000;

    static DeepLinkRequest read(Launch launch, PersonKey person) {
        Claims settings = launch.claims().object(SETTINGS);
        if (!settings.texts("accept_types").contains(LINK)) {
            throw new LaunchRefused(Rule.PLACEABLE, "takes " + settings.texts("accept_types"));
        }
        return new DeepLinkRequest(
                launch.platform().id(),
                launch.deployment(),
                person,
                returnUrl(settings.text("deep_link_return_url", Rule.RETURN_ADDRESS), launch.platform()),
                settings.text("data"),
                settings.flag("accept_multiple"));
    }

    /** Only to the platform itself: the answer is signed, and the page that sends it lets the browser post there. */
    private static URI returnUrl(String told, Platform platform) {
        return Optional.of(told)
                .filter(text -> text.length() <= LONGEST_ADDRESS)
                .flatMap(Origin::safe)
                .filter(address -> Origin.same(address, platform.authEndpoint()))
                .orElseThrow(() -> new LaunchRefused(Rule.RETURN_ADDRESS, told));
    }

    Map<String, String> carried() {
        Map<String, String> carried = new HashMap<>(Map.of(
                "platform", String.valueOf(platform),
                "deployment", deployment,
                "person", person.value(),
                "return", returnUrl.toString(),
                "several", String.valueOf(several)));
        data.ifPresent(text -> carried.put("data", text));
        return carried;
    }

    static DeepLinkRequest of(Map<String, String> carried) {
        return new DeepLinkRequest(
                Long.parseLong(carried.getOrDefault("platform", "")),
                carried.getOrDefault("deployment", ""),
                new PersonKey(carried.getOrDefault("person", "")),
                URI.create(carried.getOrDefault("return", "")),
                Optional.ofNullable(carried.get("data")),
                Boolean.parseBoolean(carried.get("several")));
    }
}
