package dk.kvalitetsbro.moodle.fake;

/** Text on its way into a page. */
final class Html {
    private Html() {}

    /** Safe in text and in attributes in double quotes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** What Moodle makes of plain text in its editor; nothing of nothing. */
    static String paragraph(String text) {
        return text.isEmpty() ? "" : "<p>" + escape(text) + "</p>";
    }

    /** What Moodle makes of a name: without tags, and with entities for lone ampersands. */
    static String name(String text) {
        return text.replaceAll("</?[\\p{L}!][^>]*>", "").replaceAll("&(?!(#\\d+|\\w+);)", "&amp;");
    }
}
