package dk.kvalitetsbro.lti;

import java.util.Optional;

/** A login or launch breaks a rule. The message is for the operator's log: it never holds a token. */
final class LaunchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final transient Optional<String> key;
    private final String line;

    LaunchRefused(Rule rule, String detail) {
        this(rule, detail, Optional.empty());
    }

    /** @param key the person's, as the platform told it */
    LaunchRefused(Rule rule, String detail, Optional<String> key) {
        this(rule, detail, key, rule.name());
    }

    private LaunchRefused(Rule rule, String detail, Optional<String> key, String line) {
        super(rule + ": " + Printable.of(detail));
        this.rule = rule;
        this.key = key.map(Printable::of);
        this.line = line;
    }

    /** As somebody has to look into it, the audit log names the account. */
    static LaunchRefused of(Rule rule, Account account, String more) {
        String written = Account.written(account.subject(), account.issuer()) + more;
        return new LaunchRefused(rule, written, Optional.of(account.person().value()), rule.name() + " " + written);
    }

    Rule rule() {
        return rule;
    }

    Optional<String> key() {
        return key;
    }

    /** @return what the audit log says of it: the rule, and what has to be looked into */
    String line() {
        return line;
    }
}
