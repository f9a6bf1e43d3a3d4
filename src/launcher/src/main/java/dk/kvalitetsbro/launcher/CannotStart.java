package dk.kvalitetsbro.launcher;

import java.util.Objects;

/** The product can't run as asked. The message is one sentence for the person at the terminal, with what to do. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return Objects.requireNonNullElse(getMessage(), "");
    }
}
