package dk.kvalitetsbro.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The administration at "Temaer og mål", over HTTP. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StrategyIT {
    private static final String PAGE = "app/temaer-og-maal";
    private static final String HOSTILE = "\"><script>alert(1)</script>' or 1=1 --\u0000\u202e#{1+1}${1+1}{0}";

    @ArquillianResource
    private URL base;

    private Visitor anne;

    @BeforeEach
    void anne_is_signed_in() throws Exception {
        TwoHouses.build();
        anne = Visitor.at(base).signedInAs("anne").accepting("text/html");
    }

    @Test
    void a_theme_of_the_municipalitys_own_is_added_given_a_goal_and_put_in_focus() throws Exception {
        String code = newCode();
        String told = followed(anne.post(PAGE, theme(code, "Digital dannelse", "2019-01-01")));
        assertTrue(told.contains("»Digital dannelse« er tilføjet"), told);

        String goal = "Børn skaber med skærme " + code;
        assertTrue(followed(anne.post(PAGE + "/" + code + "/maal", goal(goal, "MUNICIPAL", code)))
                .contains(goal));
        followed(anne.post(PAGE + "/" + code + "/fokus", "focus", "true"));

        Document page = Jsoup.parse(anne.get(PAGE).body());
        assertTrue(page.select("[data-focus=" + code + "]").text().contains(goal));
        assertTrue(page.select("[data-focus=" + code + "]").text().contains("ikke i kortlægningen"));
        assertEquals(
                "Ingen kurser: Digital dannelse",
                page.select("[data-theme=" + code + "] [data-courses=0]").text());
    }

    @Test
    void the_focus_of_the_municipality_stands_at_needs_on_the_leaders_page() throws Exception {
        followed(anne.post(PAGE + "/MAT/fokus", "focus", "true"));
        TwoHouses.jdbi()
                .useHandle(handle -> handle.execute(
                        """
                        insert into themes.need (centre, theme, source, source_ref, reason_da, reason_en, raised)
                        values ('WALK-OWN', 'MAT', 'FINDING', ?, 'Fordi.', 'Because.', now())""",
                        newCode()));
        var karen = Visitor.at(base).signedInAs("karen");

        Document overview =
                Jsoup.parse(karen.get("app/dagtilbud/WALK-OWN/overblik").body());

        assertTrue(
                overview.select("[data-theme=MAT] [data-focus=MAT]").text().startsWith("I kommunens fokus."),
                overview.text());
    }

    @Test
    void what_was_refused_stands_in_the_form_again_with_what_to_do() throws Exception {
        var answer = anne.post(PAGE, theme("for lang en kode", "Digital dannelse", "2019-01-01"));

        assertEquals(422, answer.statusCode());
        Document page = Jsoup.parse(answer.body());
        assertTrue(page.select("[data-refusal]").text().startsWith("Koden skal have 2-12 tegn"));
        assertEquals("for lang en kode", page.select("#code").attr("value"));
        assertEquals("Digital dannelse", page.select("#name").attr("value"));
    }

    @Test
    void a_goal_that_was_refused_stands_open_by_itself_with_its_reason() throws Exception {
        var answer = anne.post(PAGE + "/MAT/maal/G18", with(goal("", "MUNICIPAL", "MAT", "NAT"), "version", "1"));

        assertEquals(422, answer.statusCode());
        Document page = Jsoup.parse(answer.body());
        assertEquals(1, page.select("details[open]").size());
        assertEquals(
                1, page.select("[data-goal=G18] details[open] [data-refusal]").size());
        assertEquals(
                List.of("MAT", "NAT"),
                page.select("[data-goal=G18] input[checked]").eachAttr("value"));
    }

    @Test
    void two_who_change_the_same_theme_do_not_overwrite_each_other() throws Exception {
        String code = newCode();
        anne.post(PAGE, theme(code, "Først", "2019-01-01"));
        anne.post(PAGE + "/" + code, with(theme(code, "Den enes", "2019-01-01"), "version", "1"));

        var second = anne.post(PAGE + "/" + code, with(theme(code, "Den andens", "2019-01-01"), "version", "1"));

        assertEquals(422, second.statusCode());
        Document page = Jsoup.parse(second.body());
        assertEquals("Den enes", page.select("h1").text());
        assertEquals("Den andens", page.select("#name").attr("value"));
    }

    @Test
    void an_archived_goal_moves_out_of_the_list_and_back() throws Exception {
        String goal = "Arkiveres " + newCode();
        String page = followed(anne.post(PAGE + "/MAT/maal", goal(goal, "MUNICIPAL", "MAT")));
        String code =
                Jsoup.parse(page).select("[data-goal]:contains(" + goal + ")").attr("data-goal");

        String archived = followed(anne.post(PAGE + "/MAT/maal/" + code + "/arkiver"));
        assertTrue(Jsoup.parse(archived)
                .select("[data-goal=" + code + "] form[action$=arkiver]")
                .isEmpty());
        assertFalse(Jsoup.parse(archived)
                .select("[data-goal=" + code + "] form[action$=genoptag]")
                .isEmpty());

        String again = followed(anne.post(PAGE + "/MAT/maal/" + code + "/genoptag"));
        assertFalse(Jsoup.parse(again)
                .select("[data-goal=" + code + "] form[action$=arkiver]")
                .isEmpty());
    }

    @Test
    void the_common_themes_and_what_does_not_exist_cannot_be_changed() throws Exception {
        String[] form = with(theme("MAT", "Regning", "2019-01-01"), "version", "1");

        assertEquals(404, anne.post(PAGE + "/MAT", form).statusCode());
        assertEquals(404, anne.post(PAGE + "/INGEN", form).statusCode());
        assertEquals(404, anne.get(PAGE + "/INGEN").statusCode());
        assertEquals(404, anne.post(PAGE + "/MAT/maal/G999/arkiver").statusCode());
        assertEquals(404, anne.post(PAGE + "/KRO/maal/G18/arkiver").statusCode(), "the goal is not that theme's");
    }

    @Test
    void whatever_is_typed_is_answered_with_a_page_and_shown_as_text() throws Exception {
        List<Integer> trouble = new ArrayList<>();
        String code = newCode();
        anne.post(PAGE, theme(code, "Eget", "2019-01-01"));
        List<HttpResponse<String>> answers = List.of(
                anne.post(PAGE, theme(HOSTILE, HOSTILE, HOSTILE)),
                anne.post(PAGE, theme(newCode(), HOSTILE, "2019-01-01")),
                anne.post(PAGE),
                anne.post(PAGE + "/" + code, with(theme(code, "Eget", "+999999999-12-31"), "version", "1")),
                anne.post(PAGE + "/" + code, with(theme(code, "Eget", "2019-01-01"), "version", "x")),
                anne.post(PAGE + "/" + code, with(theme(code, "Eget", "2019-01-01"), "version", "99999999999")),
                anne.post(PAGE + "/" + code + "/fokus", "focus", HOSTILE),
                anne.post(PAGE + "/" + code + "/maal", goal(HOSTILE + newCode(), HOSTILE, HOSTILE)),
                anne.post(PAGE + "/" + code + "/maal", goal(HOSTILE + newCode(), "MUNICIPAL", code)),
                anne.post(PAGE + "/MAT/maal/" + "G18%00"),
                anne.get(PAGE + "/%3Cscript%3E"),
                anne.get(PAGE + "/" + code),
                anne.get(PAGE));
        for (var answer : answers) {
            if (answer.statusCode() >= 500 || answer.body().contains("<script>alert(1)")) {
                trouble.add(answers.indexOf(answer));
            }
        }
        assertEquals(List.of(), trouble);
    }

    private String followed(HttpResponse<String> answer) throws Exception {
        assertEquals(303, answer.statusCode(), answer.body());
        return anne.get(answer.headers().firstValue("Location").orElseThrow()).body();
    }

    private static String newCode() {
        return "W" + Math.floorMod(System.nanoTime(), 100_000_000_000L);
    }

    private static String[] theme(String code, String name, String from) {
        return new String[] {"code", code, "name", name, "nameEn", "", "description", "", "from", from, "to", ""};
    }

    private static String[] goal(String text, String level, String... themes) {
        String[] fields = {"text", text, "textEn", "", "source", "Strategien", "level", level};
        for (String theme : themes) {
            fields = with(fields, "theme", theme);
        }
        return fields;
    }

    private static String[] with(String[] fields, String field, String value) {
        List<String> more = new ArrayList<>(List.of(fields));
        more.add(field);
        more.add(value);
        return more.toArray(String[]::new);
    }
}
