package dk.kvalitetsbro.web;

/** A refusal that a program is told with a status of its own. */
public final class Denial extends Refusal {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param key a key of the texts, with {@code {0}} and so on for the arguments */
    public Denial(int status, String key, Object... arguments) {
        super(key, arguments);
        this.status = status;
    }

    @Override
    int status() {
        return status;
    }
}
