package dk.kvalitetsbro.oidc;

/** Somebody is not signed in. The same answer will be refused again; a new sign-in may succeed. */
final class SignInRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SignInTrouble trouble;
    private final String rule;

    /** @param rule which rule refused, in words of this product only: nothing that came from outside */
    SignInRefused(SignInTrouble trouble, String rule) {
        super(trouble + " " + rule);
        this.trouble = trouble;
        this.rule = rule;
    }

    SignInTrouble trouble() {
        return trouble;
    }

    String rule() {
        return rule;
    }
}
