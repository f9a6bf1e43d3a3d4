package dk.kvalitetsbro.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that others may have chosen, for a file that a spreadsheet opens. */
public final class SpreadsheetText {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final String FORMULA_BEGINS = "=+-@";

    private SpreadsheetText() {}

    /**
     * @return the text with control characters written out, such as {@code \u000a}, and with an apostrophe before it where
     *     a spreadsheet would take it for a formula
     */
    public static String harmless(String text) {
        String visible = CONTROL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        String.format("\\u%04x", (int) found.group().charAt(0))));
        return startsFormula(visible) ? "'" + visible : visible;
    }

    private static boolean startsFormula(String text) {
        String written = text.stripLeading();
        return !written.isEmpty() && FORMULA_BEGINS.indexOf(written.charAt(0)) >= 0;
    }
}
