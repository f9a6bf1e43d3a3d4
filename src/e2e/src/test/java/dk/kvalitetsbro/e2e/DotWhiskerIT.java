package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.IMG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figure of a theme: drawn from the table below it, and telling nothing else. */
@ExtendWith(OnStage.class)
@Order(4)
class DotWhiskerIT {
    /** From a place in the figure to what it stands for on the scale from 0 to 100, with one decimal. */
    private static final String SCALE =
            """
            const at = element => element.transform.baseVal[0].matrix.e;
            const ticks = [...document.querySelectorAll('.kb-plot .tick')].map(at);
            const value = x => ((x - ticks[0]) / (ticks[ticks.length - 1] - ticks[0]) * 100).toFixed(1);""";

    private static final String DRAWN =
            """
            () => {%s
              return [...document.querySelectorAll('.kb-plot-line:has(.kb-mark)')].map(line => {
                const whisker = line.querySelector('.kb-whisker');
                return [line.querySelector('.kb-plot-round').textContent, value(at(line.querySelector('.kb-mark'))),
                    value(whisker.x1.baseVal.value), value(whisker.x2.baseVal.value),
                    line.querySelector('.kb-value').textContent].join(' ');
              });
            }"""
                    .formatted(SCALE);

    private static final String TOLD =
            """
            () => [...document.querySelectorAll('#tal-tabel tr:has([data-mean])')].map(row => {
              const cell = name => row.querySelector(`[data-${name}]`);
              return [cell('round').textContent, cell('mean').dataset.mean, cell('low').dataset.low, cell('high').dataset.high,
                  `${cell('mean').firstChild.textContent} (${cell('n').textContent})`].join(' ');
            })""";

    private static final String MUNICIPALITY_DRAWN =
            """
            () => {%s
              return [...document.querySelectorAll('.kb-whole')].flatMap(line => line.getAttribute('d').match(/[\\d.]+(?=,)/g))
                .map(Number).map(value).filter((_, end) => end %% 2 === 0);
            }"""
                    .formatted(SCALE);

    /** Of the groups that have a mark to stand beside. */
    private static final String MUNICIPALITY_TOLD =
            """
            () => {
              const rows = [...document.querySelectorAll('#tal-tabel tbody tr')];
              const group = row => row.querySelector('th').textContent;
              const marked = rows.filter(row => row.querySelector('[data-mean]')).map(group);
              return rows.filter(row => marked.includes(group(row)))
                .map(row => row.querySelector('[data-municipality]').dataset.municipality).filter(mean => mean !== '');
            }""";

    private static final String CUT_OFF =
            """
            () => {
              const figure = document.querySelector('.kb-plot').getBoundingClientRect();
              return [...document.querySelectorAll('.kb-plot text')].filter(text => {
                const place = text.getBoundingClientRect();
                return place.left < figure.left - 1 || place.right > figure.right + 1 || place.bottom > figure.bottom + 1;
              }).map(text => text.textContent);
            }""";

    private static final String FONT_SIZE = "text => getComputedStyle(text).fontSize";

    /** A4 with a centimetre of margin. */
    private static final int PAPER = 718;

    private final Stage stage;
    private final List<String> forbidden = new ArrayList<>();

    DotWhiskerIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void every_line_of_the_table_is_a_mark_at_its_mean_with_its_uncertainty() {
        var page = theme(stage.visitor());
        assertFalse(strings(page, TOLD).isEmpty());
        assertEquals(strings(page, TOLD), strings(page, DRAWN));
    }

    @Test
    void the_municipality_is_a_line_through_its_means() {
        var page = theme(stage.visitor());
        assertFalse(strings(page, MUNICIPALITY_TOLD).isEmpty());
        assertEquals(strings(page, MUNICIPALITY_TOLD), strings(page, MUNICIPALITY_DRAWN));
    }

    @Test
    void each_round_has_a_shape_of_its_own_and_only_the_newest_is_filled() {
        var page = theme(stage.visitor());
        var shapes = strings(
                page, "() => [...document.querySelectorAll('.kb-plot .kb-mark')].map(mark => mark.getAttribute('d'))");
        var rounds = strings(
                page,
                "() => [...document.querySelectorAll('.kb-plot-line:has(.kb-mark) .kb-plot-round')].map(text => text.textContent)");
        var newest = strings(
                page,
                "() => [...document.querySelectorAll('.kb-plot-line:has(.kb-newest) .kb-plot-round')].map(text => text.textContent)");
        var pairs = new ArrayList<String>();
        for (int i = 0; i < shapes.size(); i++) {
            pairs.add(rounds.get(i) + shapes.get(i));
        }
        assertEquals(
                rounds.stream().distinct().count(), pairs.stream().distinct().count());
        assertEquals(
                rounds.stream().distinct().count(), shapes.stream().distinct().count());
        assertEquals(
                List.of(rounds.stream().max(String::compareTo).orElseThrow()),
                newest.stream().distinct().toList());
    }

    @Test
    void what_is_withheld_is_a_lock_with_its_reason_in_the_row_and_no_mark() {
        var page = theme(stage.visitor());
        var told = strings(
                page,
                "() => [...document.querySelectorAll('#tal-tabel [data-missing]')].map(cell => cell.textContent.trim())");
        var drawn = strings(
                page,
                "() => [...document.querySelectorAll('.kb-plot-line:has(.kb-plot-lock):not(:has(.kb-mark)) .kb-plot-missing')].map(text => text.textContent)");
        assertFalse(told.isEmpty());
        assertEquals(told, drawn);
    }

    @Test
    void it_is_named_by_its_caption_and_described_by_where_the_numbers_stand() {
        var page = theme(stage.visitor());
        var caption = page.locator("figcaption").innerText();
        var figure = page.getByRole(IMG, new GetByRoleOptions().setName(caption).setExact(true));
        assertThat(figure).isVisible();
        assertThat(page.locator("#" + figure.getAttribute("aria-describedby"))).containsText("tabellen");
        page.locator("figure a").click();
        assertThat(page.locator("#tal")).isInViewport();
    }

    @Test
    void nothing_is_cut_off_on_a_phone_nor_with_letters_of_double_size() {
        var page = theme(stage.visitor());
        page.setViewportSize(390, 844);
        drawnIn(page);
        assertEquals(List.of(), strings(page, CUT_OFF));
        page.setViewportSize(1280, 844);
        page.evaluate("document.documentElement.style.fontSize = '20px'");
        drawnIn(page);
        assertEquals(List.of(), strings(page, CUT_OFF));
    }

    @Test
    void on_paper_the_figure_keeps_its_letters_and_the_table_its_columns() {
        var page = theme(stage.visitor());
        var letters = page.locator(".kb-value").first();
        var size = letters.evaluate(FONT_SIZE);
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PAPER, 844);
        assertEquals(size, letters.evaluate(FONT_SIZE));
        assertEquals(List.of(), strings(page, CUT_OFF));
        assertThat(page.locator("#tal-tabel thead")).isVisible();
        assertThat(page.locator("#tal-tabel td").first()).hasCSS("display", "table-cell");
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
        theme(visitor);
        assertEquals(List.of(), forbidden);
    }

    @Test
    void without_scripts_the_table_stands_alone() {
        var visitor = stage.visitorWithoutScripts();
        visitor.signIn(stage.personas().karen().name());
        var page = visitor.at(address()).page();
        assertThat(page.locator("figure")).isHidden();
        assertThat(page.locator(".kb-how")).isHidden();
        assertThat(page.locator("#tal-tabel")).isVisible();
    }

    private Page theme(Visitor visitor) {
        visitor.signIn(stage.personas().karen().name());
        var page = visitor.at(address()).page();
        page.locator(".kb-plot").waitFor();
        return page;
    }

    private String address() {
        return "dagtilbud/" + stage.personas().karensCentre().code() + "/temaer/MAT";
    }

    private static void drawnIn(Page page) {
        page.waitForFunction(
                "() => Number(document.querySelector('.kb-plot').getAttribute('width')) === document.querySelector('[data-drawing]').clientWidth");
    }

    private static List<String> strings(Page page, String script) {
        return ((List<?>) page.evaluate(script)).stream().map(Object::toString).toList();
    }
}
