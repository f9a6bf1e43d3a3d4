package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonKey;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody about whom something may be held.
 *
 * @param name      if the organisation knows one
 * @param othersToo whether somebody else has the same name, so that a text with it may be about either
 */
public record Person(PersonKey key, Optional<String> name, boolean othersToo) {
    private static final String NOBODY = "(?!)";

    /** @return a regular expression of PostgreSQL for what names the person in a text that people wrote */
    String named() {
        return Stream.of(ownName().map(known -> "\\m" + literal(known)), unmistakableKey())
                .flatMap(Optional::stream)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("|"), found -> found.isEmpty() ? NOBODY : found));
    }

    /** @return the name, if it can be of nobody else */
    Optional<String> ownName() {
        return name.filter(known -> !othersToo && !known.isBlank());
    }

    /** @return a regular expression for the key in what programs wrote */
    String keyed() {
        return "(?<![A-Za-z0-9._:-])" + literal(key.value()) + "(?![A-Za-z0-9._:-])";
    }

    /** A key of letters alone may be a word of the language. */
    private Optional<String> unmistakableKey() {
        return key.value().matches(".*[0-9].*") ? Optional.of(keyed()) : Optional.empty();
    }

    private static String literal(String text) {
        return text.replaceAll("([^\\p{L}\\p{N} ])", "\\\\$1");
    }
}
