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
}
