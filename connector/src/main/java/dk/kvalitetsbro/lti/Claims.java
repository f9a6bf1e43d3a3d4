package dk.kvalitetsbro.lti;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a token says, read by the kind that each claim has to be of; another kind is refused. */
final class Claims {
    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private final Map<?, ?> values;

    Claims(Map<?, ?> values) {
        this.values = values;
    }

    Optional<String> text(String name) {
        return of(name, String.class);
    }

    /** @return the text, which must be there and say something */
    String text(String name, Rule missing) {
        return text(name).filter(value -> !value.isBlank()).orElseThrow(() -> new LaunchRefused(missing, "no " + name));
    }

    /** @return the object's own claims; none where it is missing */
    Claims object(String name) {
        return new Claims(of(name, Map.class).orElse(Map.of()));
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** @return whether it is true; false where it is missing */
    boolean flag(String name) {
        return of(name, Boolean.class).orElse(false);
    }

    /** @return the list's texts; a single text is a list of one */
    List<String> texts(String name) {
        if (values.get(name) instanceof String one) {
            return List.of(one);
        }
        List<?> all = of(name, List.class).orElse(List.of());
        if (!all.stream().allMatch(String.class::isInstance)) {
            throw new LaunchRefused(Rule.CLAIM_FORM, name);
        }
        return all.stream().map(String.class::cast).toList();
    }

    Optional<Instant> time(String name) {
        try {
            return of(name, Number.class).map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
        } catch (DateTimeException outOfRange) {
            throw new LaunchRefused(Rule.CLAIM_FORM, name);
        }
    }

    Instant time(String name, Rule missing) {
        return time(name).orElseThrow(() -> new LaunchRefused(missing, "no " + name));
    }

    private <T> Optional<T> of(String name, Class<T> kind) {
        Object value = values.get(name);
        if (value != null && !kind.isInstance(value)) {
            throw new LaunchRefused(Rule.CLAIM_FORM, name);
        }
        return Optional.ofNullable(value).map(kind::cast);
    }
}
