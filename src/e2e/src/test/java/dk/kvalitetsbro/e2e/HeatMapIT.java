package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.SelectOption;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The map of themes and centres: a table, with a square in each cell that has a figure. */
@ExtendWith(OnStage.class)
@Order(4)
class HeatMapIT {
    private static final String PAGE = "kommune/resultater?runde=2019&gruppe=PEDAGOGUE";

    /** The mean, half the interval, whether it is open, the shade and the side of every square. */
    private static final String SQUARES =
            """
            () => [...document.querySelectorAll('.kb-map [data-mean]')].map(cell => {
              const mark = cell.querySelectorAll('.kb-map-mark path');
              return [Math.round(cell.dataset.mean), (cell.dataset.high - cell.dataset.low) / 2, cell.dataset.undecided === 'true',
                  mark[0].getAttribute('class'), mark[0].getBBox().width, mark.length];
            })""";

    /** What a square looks like, and what it stands for. */
    private record Square(double mean, double margin, boolean undecided, String shade, double side, double marks) {
        static Square of(Object told) {
            var values = (List<?>) told;
            return new Square(
                    ((Number) values.get(0)).doubleValue(),
                    ((Number) values.get(1)).doubleValue(),
                    (boolean) values.get(2),
                    values.get(3).toString(),
                    ((Number) values.get(4)).doubleValue(),
                    ((Number) values.get(5)).doubleValue());
        }
    }

    private final Stage stage;
    private final List<String> forbidden = new ArrayList<>();

    HeatMapIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void every_figure_has_one_square_that_is_darker_the_higher_it_is_and_open_where_nothing_can_be_told() {
        var squares = squares(map(stage.visitor()));
        assertTrue(squares.stream().anyMatch(Square::undecided));
        for (var square : squares) {
            var step = (int) Math.max(0, Math.min(5, Math.floor(square.mean() / 10) - 4));
            assertEquals(square.undecided() ? "kb-shade-open" : "kb-shade-" + step, square.shade(), square::toString);
            assertEquals(1, square.marks(), square::toString);
        }
    }

    @Test
    void a_square_is_smaller_the_less_certain_its_figure_is() {
        var squares = new ArrayList<>(squares(map(stage.visitor())));
        squares.sort((one, other) -> Double.compare(one.margin(), other.margin()));
        for (int i = 1; i < squares.size(); i++) {
            assertTrue(squares.get(i - 1).side() >= squares.get(i).side() - 0.01, squares.get(i)::toString);
        }
        assertTrue(squares.get(0).side() > 1.5 * squares.get(squares.size() - 1).side());
    }

    @Test
    void what_is_withheld_is_a_lock_and_a_word_without_a_square() {
        var page = map(stage.visitor());
        var locked = page.locator(".kb-map [data-missing]:has(.icon-svg)");
        assertThat(locked.first()).hasText("Fortroligt");
        assertThat(locked.locator(".kb-map-mark")).hasCount(0);
    }

    @Test
    void centres_stand_in_alphabetical_order_and_can_be_narrowed_to_an_area_below_its_total() {
        var page = map(stage.visitor());
        var all = names(page);
        assertEquals(
                all.stream()
                        .sorted(Collator.getInstance(Locale.forLanguageTag("da")))
                        .toList(),
                all);
        page.locator("#omraade").selectOption(new SelectOption().setIndex(1));
        page.locator(".kb-filter button").click();
        page.locator(".kb-map-mark").first().waitFor();
        assertTrue(all.containsAll(names(page)) && names(page).size() < all.size(), () -> names(page)
                .toString());
        assertThat(page.locator("[data-area] .kb-map-mark").first()).isVisible();
    }

    @Test
    void heads_stay_in_sight() {
        var page = map(stage.visitor());
        page.setViewportSize(1000, 600);
        var map = page.locator(".kb-map");
        map.evaluate("map => map.scrollTo(map.scrollWidth, map.scrollHeight)");
        assertInside(map, page.locator(".kb-map thead th").last());
        assertInside(map, page.locator(".kb-map tbody th").last());
    }

    @Test
    void the_browser_has_nothing_to_forbid() {
        var visitor = stage.visitor();
        visitor.page().onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                forbidden.add(message.text());
            }
        });
        visitor.page().onPageError(forbidden::add);
        map(visitor);
        assertEquals(List.of(), forbidden);
    }

    @Test
    void the_whole_map_can_be_taken_away_as_a_file() {
        var page = map(stage.visitor());
        var file = page.waitForDownload(() -> page.getByRole(LINK, new GetByRoleOptions().setName("Hent som regneark"))
                .click());
        assertEquals("kommune-2019-PEDAGOGUE.csv", file.suggestedFilename());
    }

    @Test
    void without_scripts_the_numbers_stand_alone() {
        var visitor = stage.visitorWithoutScripts();
        visitor.signIn(stage.personas().anne().name());
        var page = visitor.at(PAGE).page();
        assertFalse(page.locator(".kb-map [data-mean]").first().innerText().isBlank());
        assertThat(page.locator(".kb-map-mark")).hasCount(0);
        assertThat(page.locator("[data-legend]")).isHidden();
    }

    private Page map(Visitor visitor) {
        visitor.signIn(stage.personas().anne().name());
        var page = visitor.at(PAGE).page();
        page.locator(".kb-map-mark").first().waitFor();
        return page;
    }

    private static List<Square> squares(Page page) {
        var squares =
                ((List<?>) page.evaluate(SQUARES)).stream().map(Square::of).toList();
        assertFalse(squares.isEmpty());
        return squares;
    }

    private static List<String> names(Page page) {
        return page.locator(".kb-map tbody tr[data-centre] th").allInnerTexts();
    }

    private static void assertInside(Locator map, Locator head) {
        var room = map.boundingBox();
        var place = head.boundingBox();
        assertTrue(
                place.x >= room.x - 1
                        && place.y >= room.y - 1
                        && place.x + place.width <= room.x + room.width + 20
                        && place.y + place.height <= room.y + room.height + 20,
                () -> head.innerText());
        assertFalse(
                head.evaluate("head => getComputedStyle(head).backgroundColor")
                        .toString()
                        .contains(", 0)"),
                "what scrolls beneath does not shine through");
    }
}
