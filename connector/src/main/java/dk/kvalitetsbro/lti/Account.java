package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import java.util.Map;

/**
 * An account of a platform, and who it comes as.
 *
 * @param subject what the platform calls the account, whatever its owner writes in it
 * @param person  whose key the platform tells this time
 */
record Account(long platform, String issuer, String subject, PersonKey person) {
    Map<String, String> carried() {
        return Map.of(
                "platform", String.valueOf(platform), "issuer", issuer, "subject", subject, "person", person.value());
    }

    static Account of(Map<String, String> carried) {
        return new Account(
                Long.parseLong(carried.getOrDefault("platform", "")),
                carried.getOrDefault("issuer", ""),
                carried.getOrDefault("subject", ""),
                new PersonKey(carried.getOrDefault("person", "")));
    }

    /** @return the account as the audit log writes it */
    static String written(String subject, String issuer) {
        return "sub=" + Printable.of(subject) + " iss=" + Printable.of(issuer);
    }
}
