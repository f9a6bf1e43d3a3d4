package dk.kvalitetsbro.lti;

/** What another system sent or answered cannot be used. The reason is the end of a text's key. */
final class NotUsable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    NotUsable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
