package dk.kvalitetsbro.launcher;

import java.util.Objects;

/** An option that is unknown or does not make sense. The message is one sentence for the person who typed it. */
final class WrongOption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongOption(String sentence) {
        super(sentence);
    }

    String sentence() {
        return Objects.requireNonNullElse(getMessage(), "");
    }
}
