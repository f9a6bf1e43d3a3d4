package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads from a launch whom it is about, by the one key that the municipality has chosen. Neither an e-mail address nor a
 * role counts.
 */
@ApplicationScoped
class Vouched {
    /** Where the key stands in a launch, and in a list of participants. */
    private enum Source {
        IDNUMBER("lis", "person_sourcedid", "lis_person_sourcedid", List.of("iss", "sub")),
        /** Moodle tells it with the name, and not without. */
        USERNAME("ext", "user_username", "ext_user_username", List.of("iss", "sub", "name"));

        private final String claim;
        private final String field;
        private final String participantsField;
        private final List<String> needed;

        Source(String claim, String field, String participantsField, List<String> needed) {
            this.claim = claim;
            this.field = field;
            this.participantsField = participantsField;
            this.needed = needed;
        }
    }

    private final Source source;

    /** @param personKey {@code idnumber} or {@code username}; anything else stops the deployment */
    @Inject
    Vouched(@ConfigProperty(name = "person.key") String personKey) {
        source = switch (personKey) {
            case "idnumber" -> Source.IDNUMBER;
            case "username" -> Source.USERNAME;
            default -> throw new IllegalArgumentException("person.key is idnumber or username, not " + personKey);
        };
    }

    /** @return what a platform is asked to tell of people */
    List<String> needed() {
        return source.needed;
    }

    /** @return where the key of a course's participant stands */
    String participantsField() {
        return source.participantsField;
    }

    Account account(Launch launch) {
        return new Account(launch.platform().id(), launch.platform().issuer(), launch.subject(), person(launch));
    }

    private PersonKey person(Launch launch) {
        String told = launch.claims()
                .object(Claims.LTI + source.claim)
                .text(source.field)
                .orElse("");
        if (told.isBlank()) {
            throw new LaunchRefused(Rule.PERSON_KEY, "no " + source.field);
        }
        try {
            return new PersonKey(told);
        } catch (IllegalArgumentException notOne) {
            throw new LaunchRefused(Rule.PERSON, "not a person key", Optional.of(told));
        }
    }
}
