package dk.kvalitetsbro.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for cannot be done, and the person can do something about it. The key names the sentence that says
 * what happened and what to do; nothing was changed.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    /** @param key a key of the texts, with {@code {0}} and so on for the arguments */
    public Refusal(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** @return the HTTP status that goes with the sentence */
    int status() {
        return Problem.Kind.REFUSED.status();
    }

    /** @return when the same may be tried again, if waiting is all that helps */
    Optional<Duration> tryAgainAfter() {
        return Optional.empty();
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
