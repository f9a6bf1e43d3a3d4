package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.COMBOBOX;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.STATUS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The forms that matter most, with Tab, Enter, Space and the arrows alone. */
@ExtendWith(OnStage.class)
@Order(2)
class KeyboardIT {
    private final Stage stage;
    private final Path folder;

    KeyboardIT(Stage stage, @TempDir Path folder) {
        this.stage = stage;
        this.folder = folder;
    }

    @Test
    void karen_signs_in_and_gives_a_course() {
        var keys = signIn("Karen Bech");
        keys.moveTo(keys.page().getByText("Vælg forløb").first()).press("Enter");
        keys.moveTo(button(keys, "Vælg").last()).press("Enter");
        keys.moveTo(link(keys, "Ingen")).press("Enter");
        keys.moveTo(field(keys, CHECKBOX, "Maja Holm")).press("Space");
        keys.moveTo(keys.page().getByLabel("Senest færdig")).type("02022099");
        keys.moveTo(button(keys, "Se, hvad det betyder")).press("Enter");
        keys.moveTo(button(keys, "Tildel til 1 medarbejder")).press("Enter");
        assertThat(keys.page().getByRole(STATUS)).containsText("1 medarbejder har fået forløbet");
    }

    @Test
    void jonas_chooses_what_to_see_and_fetches_it() {
        var keys = signIn("Jonas Dalgaard");
        keys.moveTo(field(keys, COMBOBOX, "Stilling")).press("ArrowDown");
        keys.moveTo(button(keys, "Vis")).press("Enter");
        assertThat(keys.page()).hasURL(Pattern.compile("gruppe=[A-Z_]+"));
        var export = keys.page().waitForDownload(() -> keys.moveTo(link(keys, "Hent som regneark (CSV)"))
                .press("Enter"));
        assertTrue(export.suggestedFilename().endsWith(".csv"), export::suggestedFilename);
    }

    @Test
    void anne_adds_a_theme_with_a_goal_and_puts_it_in_focus() {
        var keys = signIn("Anne Thygesen");
        keys.moveTo(link(keys, "Temaer og mål")).press("Enter");
        keys.moveTo(link(keys, "Tilføj eget tema")).press("Enter");
        keys.moveTo(keys.page().locator("#code")).type("TASTER");
        keys.moveTo(keys.page().locator("#name")).type("Musik hver dag").press("Enter");
        assertThat(keys.page().getByRole(STATUS)).containsText("»Musik hver dag« er tilføjet");
        keys.moveTo(keys.page().getByText("Tilføj et mål")).press("Enter");
        keys.moveTo(keys.page().locator("#text")).type("Alle børn synger sammen hver dag");
        keys.moveTo(keys.page().getByLabel("Hvor står det?")).type("Kulturstrategi 2026");
        keys.moveTo(button(keys, "Tilføj målet")).press("Enter");
        assertThat(keys.page().getByRole(STATUS)).containsText("Målet er tilføjet");
        keys.moveTo(button(keys, "Sæt i fokus")).press("Enter");
        assertThat(keys.page().getByRole(STATUS)).containsText("er nu i fokus");
    }

    @Test
    void anne_imports_a_file_and_gives_a_course_a_theme() throws IOException {
        var keys = signIn("Anne Thygesen");
        keys.moveTo(link(keys, "Import")).press("Enter");
        keys.moveTo(field(keys, COMBOBOX, "Hvad er i filen?")).press("ArrowDown", "ArrowDown");
        var chooser = keys.page()
                .waitForFileChooser(
                        () -> keys.moveTo(keys.page().locator("#file")).press("Space"));
        chooser.setFiles(newcomer());
        keys.moveTo(button(keys, "Prøv filen")).press("Enter");
        assertThat(keys.page().getByText("Filen har ingen fejl")).isVisible();

        keys.moveTo(link(keys, "Temaer og kurser")).press("Enter");
        var course = keys.page().locator("[data-course]").first();
        keys.moveTo(course.locator("summary")).press("Enter");
        keys.moveTo(course.getByLabel("Trivsel og børnemiljø")).press("Space");
        keys.moveTo(course.getByText("Gem temaer")).press("Enter");
        assertThat(keys.page().getByRole(STATUS)).containsText("har nu");
    }

    private Path newcomer() throws IOException {
        return new Scene(stage, folder).newcomer(stage.personas().karensCentre().code());
    }

    private Keys signIn(String name) {
        var keys = new Keys(stage.visitor().at("log-ind").page());
        return keys.moveTo(button(keys, "Log ind som " + name)).press("Enter");
    }

    private static Locator button(Keys keys, String name) {
        return field(keys, BUTTON, name);
    }

    private static Locator link(Keys keys, String name) {
        return field(keys, LINK, name);
    }

    private static Locator field(Keys keys, AriaRole role, String name) {
        return keys.page().getByRole(role, new GetByRoleOptions().setName(name));
    }
}
