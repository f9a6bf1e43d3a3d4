package dk.kvalitetsbro.lti;

/** Text from outside, fit for a line of a log or a page: short, and without what begins a new line. */
final class Printable {
    private static final int LONGEST = 100;

    private Printable() {}

    static String of(String text) {
        String visible = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "_");
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "...";
    }
}
