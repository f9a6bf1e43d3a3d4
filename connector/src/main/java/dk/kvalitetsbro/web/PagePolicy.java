package dk.kvalitetsbro.web;

import java.util.Set;

/** The Content-Security-Policy of the pages: nothing but what comes from here, and no script or style inside a page. */
final class PagePolicy {
    static final String HEADER = "Content-Security-Policy";

    private static final String OURS = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; ";

    private PagePolicy() {}

    static String framedByNobody() {
        return OURS + "form-action 'self'; frame-ancestors 'none'";
    }

    /** @param origins that may show the page in a frame, and that its forms may be sent to; without any nobody may */
    static String framedBy(Set<String> origins) {
        if (origins.isEmpty()) {
            return framedByNobody();
        }
        String sites = String.join(" ", origins);
        return OURS + "form-action 'self' " + sites + "; frame-ancestors " + sites;
    }
}
