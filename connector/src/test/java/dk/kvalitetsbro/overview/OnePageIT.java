package dk.kvalitetsbro.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.SurveyedTown;
import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What politicians, boards and area leaders read: all of it shown by the verdicts of disclosure control. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OnePageIT {
    private static final String FIXED_SENTENCE =
            "Data og forskning kan ikke stå alene. Brug resultatet som afsæt for jeres faglige analyse.";

    @ArquillianResource
    private URL base;

    @BeforeEach
    void a_town_with_a_published_round() throws Exception {
        SurveyedTown.build(base);
        TwoHouses.furnish();
    }

    @Test
    void a_politician_begins_on_the_one_page_which_has_the_fixed_sentence_and_names_no_centre_beside_a_figure()
            throws Exception {
        Visitor poul = Visitor.at(base).signedInAs("poul");
        assertTrue(poul.get("app/").headers().firstValue("Location").orElse("").endsWith("/kommune/overblik"));

        Document page = page(poul, "kommune/overblik");

        assertEquals(
                rounds("PUBLISHED") + "/" + rounds("%"),
                page.select("[data-rounds]").attr("data-rounds"));
        assertTrue(page.text().contains(FIXED_SENTENCE), page.text());
        assertFalse(
                page.select("table").text().contains("Hus D"),
                page.select("table").text());
        assertEquals(0, page.select("a[href*=dagtilbud]").size());
        assertEquals(1, page.select("nav.kb-menu a").size(), "one page, and a menu that leads nowhere else");
    }

    @Test
    void a_boards_page_withholds_what_the_centres_own_page_withholds() throws Exception {
        Document page = page(Visitor.at(base).signedInAs("anne"), "dagtilbud/" + SurveyedTown.CENTRE + "/bestyrelse");
        Document results =
                page(Visitor.at(base).signedInAs("anne"), "dagtilbud/" + SurveyedTown.CENTRE + "/resultater");

        assertEquals(tiles(results), tiles(page));
        assertTrue(tiles(page).contains("Fortroligt"), tiles(page));
        assertEquals(
                results.select("[data-status=STRENGTH] [data-finding]").eachAttr("data-finding").stream()
                        .sorted()
                        .toList(),
                page.select("[data-strength]").eachAttr("data-strength").stream()
                        .sorted()
                        .toList());
        assertTrue(page.text().contains(FIXED_SENTENCE), page.text());
    }

    @Test
    void the_few_who_were_given_a_course_are_counted_nowhere() throws Exception {
        Document board = page(Visitor.at(base).signedInAs("birgit"), "dagtilbud/" + TwoHouses.OWN + "/bestyrelse");
        assertEquals(1, board.select("[data-given=centre] [data-withheld]").size());
        assertFalse(board.select("[data-given=centre]").text().matches(".*\\d medarbejder.*"));

        Document area = page(Visitor.at(base).signedInAs("bente"), "omraade");
        assertEquals(1, area.select("[data-centre=WALK-OWN] [data-withheld]").size());
        assertEquals(0, area.select("[data-centre=WALK-OTHER]").size(), "of another area");
        assertFalse(area.text().contains(TwoHouses.name("maja")));
    }

    @Test
    void whoever_is_invited_is_offered_nothing_that_would_be_refused() throws Exception {
        Visitor kim = Visitor.at(base).signedInAs("kim");
        Document workshops = page(kim, "dagtilbud/" + TwoHouses.OWN + "/workshops");
        assertEquals(0, workshops.select("form[action$=workshops]").size());
        assertEquals(
                0,
                page(kim, "dagtilbud/" + TwoHouses.OWN + "/resultater")
                        .select("a[href*=csv]")
                        .size());

        Visitor lone = Visitor.at(base).signedInAs("lone");
        Document workshop =
                page(lone, "dagtilbud/" + TwoHouses.OWN + "/workshops/" + TwoHouses.workshop(TwoHouses.OWN));
        assertEquals(0, workshop.select("a.back-link").size());
    }

    private static Document page(Visitor visitor, String path) throws Exception {
        var answer = visitor.get("app/" + path);
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private static String tiles(Document page) {
        return page.select("ul.kb-rates").first().text();
    }

    private static long rounds(String state) {
        return TwoHouses.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from surveys.round where state like :state")
                        .bind("state", state)
                        .mapTo(Long.class)
                        .one());
    }
}
