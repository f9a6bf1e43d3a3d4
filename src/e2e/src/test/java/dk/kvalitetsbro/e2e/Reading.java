package dk.kvalitetsbro.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is wrong with a page for those who read it: by WCAG 2.1 on level A and AA as far as axe can tell, because it is
 * wider than a phone, or because a text is missing.
 */
final class Reading {
    private static final int SCREEN = 1280;
    private static final int PHONE = 390;
    private static final String AXE = script();

    /** Only what is wrong comes back: telling all that is well takes axe's own client a second for a page. */
    private static final String VIOLATIONS =
            """
            async () => {
              const told = await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations']});
              return told.violations.map(rule => rule.id + ' at ' + rule.nodes[0].html);
            }""";

    private static final String SCROLLS_TO_THE_SIDE =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private Reading() {}

    private static String script() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English is the same page in other words: axe looks at it once. */
    private static boolean isDanish(Page page) {
        return page.evaluate("document.documentElement.lang").equals("da");
    }

    /** @return what is wrong with the page, on a screen and on a phone, with everything that folds unfolded */
    static List<String> problems(Page page) {
        var problems = new ArrayList<String>();
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        page.evaluate(AXE);
        for (int width : List.of(SCREEN, PHONE)) {
            page.setViewportSize(width, 844);
            if (width == PHONE || isDanish(page)) {
                ((List<?>) page.evaluate(VIOLATIONS)).forEach(violation -> problems.add(violation.toString()));
            }
            if ((boolean) page.evaluate(SCROLLS_TO_THE_SIDE)) {
                problems.add("scrolls to the side at " + width);
            }
        }
        if (page.locator("body").innerText().contains("??")) {
            problems.add("a text is missing");
        }
        return problems.stream().map(problem -> page.url() + ": " + problem).toList();
    }
}
