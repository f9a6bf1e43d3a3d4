package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.HEADING;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.NAVIGATION;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One person in front of a browser window. Everything is found as a person finds it: by its role and its Danish words.
 *
 * @param page    what is on the screen
 * @param product address of the product's pages
 */
record Visitor(Page page, URI product) {
    void signIn(String name) {
        var button = at("log-ind").page.getByText("Log ind som " + name);
        if (!button.isVisible()) {
            page.getByText("Flere roller").click();
        }
        button.click();
    }

    /** Types an address. */
    Visitor at(String path) {
        page.navigate(product.resolve(path).toString());
        return this;
    }

    /** Chooses a page from the main menu. */
    void goTo(String title) {
        page.getByRole(NAVIGATION, new GetByRoleOptions().setName("Hovedmenu"))
                .getByRole(LINK, new Locator.GetByRoleOptions().setName(title).setExact(true))
                .click();
    }

    void press(String button) {
        page.getByRole(BUTTON, new GetByRoleOptions().setName(button)).click();
    }

    void follow(String link) {
        page.getByRole(LINK, new GetByRoleOptions().setName(link)).click();
    }

    void write(String field, String text) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    void choose(String field, String option) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    }

    void attach(String field, Path file) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void seesHeading(String text) {
        assertThat(page.getByRole(HEADING, new GetByRoleOptions().setName(text)).first())
                .isVisible();
    }

    /** Looks at the page again and again until something is there, as somebody does who waits for Moodle. */
    void awaits(Supplier<Locator> something) {
        var deadline = Instant.now().plus(Stage.PATIENCE);
        while (something.get().count() == 0 && Instant.now().isBefore(deadline)) {
            page.reload();
        }
        assertThat(something.get().first()).isVisible();
    }
}
