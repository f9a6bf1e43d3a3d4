package dk.kvalitetsbro.lti;

import java.util.Optional;

/** A login or launch breaks a rule. The message is for the operator's log: it never holds a token. */
final class LaunchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final transient Optional<String> key;

    LaunchRefused(Rule rule, String detail) {
        this(rule, detail, Optional.empty());
    }

    /** @param key the person's, as the platform told it */
    LaunchRefused(Rule rule, String detail, Optional<String> key) {
        super(rule + ": " + Printable.of(detail));
        this.rule = rule;
        this.key = key.map(Printable::of);
    }

    Rule rule() {
        return rule;
    }

    Optional<String> key() {
        return key;
    }
}
