package dk.kvalitetsbro.web;

import org.jspecify.annotations.Nullable;

/** What went wrong, as the log may have it: what somebody sent stands in messages, and must not look like lines of the log. */
final class Loggable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String told;

    private Loggable(Throwable trouble, @Nullable Loggable cause) {
        super(trouble.getMessage(), cause, false, true);
        told = trouble.toString().replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
        setStackTrace(trouble.getStackTrace());
    }

    static Loggable of(Throwable trouble) {
        Throwable cause = trouble.getCause();
        return new Loggable(trouble, cause == null ? null : of(cause));
    }

    @Override
    public String toString() {
        return told;
    }
}
