package dk.kvalitetsbro.web;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for everything that people write or import as text. */
public final class FreeText {
    private static final int DIGITS_OF_A_CPR = 10;
    private static final int LETTERS_OF_A_UUID = 36;

    /**
     * A date and four digits more. Day, month and year may stand apart, and so may the four digits, with spaces around
     * their hyphen. Replacement numbers have 60 added to the day. Digits on either side make it another number, such as
     * an EAN.
     */
    private static final Pattern CPR = Pattern.compile(
            "(?<!\\d)(0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])[ ./-]?(0[1-9]|1[0-2])[ ./-]?\\d{2} {0,2}[-–—‐−./]? {0,2}\\d{4}(?!\\d)");

    /** A person's key may be one; its digits are nobody's birthday. */
    private static final Pattern UUID = Pattern.compile(
            "(?<![0-9A-Za-z])[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])");

    /** No keyboard writes them and no database keeps them. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\r\t]]");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private FreeText() {}

    /** @return whether some part of the text has the shape of a CPR number */
    public static boolean looksLikeCpr(String text) {
        return hasEnoughDigits(text)
                && CPR.matcher(UUID.matcher(plain(text)).replaceAll("")).find();
    }

    /**
     * Rules nearly every text out at little cost. Letters of the alphabet part digits for good, unless a UUID is taken
     * out or something else than plain letters becomes digits.
     */
    private static boolean hasEnoughDigits(String text) {
        int digits = 0;
        int together = 0;
        int mostTogether = 0;
        boolean plain = text.length() < LETTERS_OF_A_UUID;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
                together++;
                mostTogether = Math.max(mostTogether, together);
            } else if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
                together = 0;
            }
            plain &= c < 0x80;
        }
        return (plain ? mostTogether : digits) >= DIGITS_OF_A_CPR;
    }

    /** Digits and spaces of every kind become the usual ones, and what cannot be seen is left out. */
    private static String plain(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .replaceAll("\\s", " ");
    }

    /**
     * @return the text without white space around it and without control characters
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
        String trimmed =
                text == null ? "" : CONTROL.matcher(text).replaceAll("").strip();
        if (trimmed.length() > longest) {
            throw new Refusal("web.text.tooLong", longest);
        }
        if (looksLikeCpr(trimmed)) {
            throw new Refusal("web.text.cpr");
        }
        return trimmed;
    }
}
