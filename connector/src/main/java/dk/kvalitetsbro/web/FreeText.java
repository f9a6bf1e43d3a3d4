package dk.kvalitetsbro.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for everything that people write or import as text. */
public final class FreeText {
    /** Six digits of a date and four more, with or without a hyphen or space, standing alone. */
    private static final Pattern CPR =
            Pattern.compile("(?<![0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}(?![0-9])");

    private FreeText() {}

    /** @return whether some part of the text has the shape of a CPR number */
    public static boolean looksLikeCpr(String text) {
        return CPR.matcher(text).find();
    }

    /**
     * @return the text without white space around it
     * @throws Refusal when it is empty, longer than {@code longest} characters, or holds something like a CPR number
     */
    public static String required(@Nullable String text, int longest) {
        String trimmed = optional(text, longest);
        if (trimmed.isEmpty()) {
            throw new Refusal("web.text.missing");
        }
        return trimmed;
    }

    /** As {@link #required}, but the text may be empty. */
    public static String optional(@Nullable String text, int longest) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.length() > longest) {
            throw new Refusal("web.text.tooLong", longest);
        }
        if (looksLikeCpr(trimmed)) {
            throw new Refusal("web.text.cpr");
        }
        return trimmed;
    }
}
