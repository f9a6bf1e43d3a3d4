package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that answers a form has an address that cannot be asked for; changing its language leads to one that can. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LanguageSwitchIT {
    private static final Pattern TO = Pattern.compile("name=\"til\" value=\"([^\"]*)\"");

    @ArquillianResource
    private URL base;

    @BeforeEach
    void two_centres_with_somebody_in_each_role() {
        TwoHouses.build();
    }

    @Test
    void on_the_way_to_an_assignment_what_was_chosen_is_kept() throws Exception {
        var karen = Visitor.at(base).signedInAs("karen");
        String assign = "app/dagtilbud/WALK-OWN/behov/" + TwoHouses.need(TwoHouses.OWN) + "/tildel";
        String course = String.valueOf(TwoHouses.COURSE);

        var nobodyChosen =
                karen.post(assign + "/forhaandsvisning", "course", course, "due", "2099-03-04", "mandatory", "false");
        assertEquals(422, nobodyChosen.statusCode());
        String again = inEnglish(karen, nobodyChosen);
        assertTrue(again.contains("value=\"2099-03-04\""), again);
        assertTrue(again.contains("id=\"must-false\" name=\"mandatory\" value=\"false\" checked"), again);

        var preview = karen.post(
                assign + "/forhaandsvisning",
                "course",
                course,
                "due",
                "2099-03-04",
                "mandatory",
                "true",
                "person",
                "walk-1");
        assertEquals(200, preview.statusCode());
        assertTrue(inEnglish(karen, preview).contains("value=\"2099-03-04\""));
    }

    @Test
    void in_a_workshop_the_step_is_kept() throws Exception {
        var maja = Visitor.at(base).signedInAs("maja");
        String workshops = "app/dagtilbud/WALK-OWN/workshops";
        String workshop = maja.post(workshops, "title", "Kerneopgaven", "forum", "STAFF")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^.*(app/[^?]*).*$", "$1");

        var nothingWritten = maja.post(workshop + "/undren", "action", "ask", "text", "");

        assertEquals(422, nothingWritten.statusCode());
        assertTrue(inEnglish(maja, nothingWritten).contains("action=\"/" + workshop + "/undren\""));
    }

    @Test
    void a_refusal_leads_back_to_the_page_that_the_form_stands_on() throws Exception {
        var karen = Visitor.at(base).signedInAs("karen");
        long need = TwoHouses.need(TwoHouses.OWN);

        var noChoice = karen.postFrom(
                "app/dagtilbud/WALK-OWN/overblik",
                "app/dagtilbud/WALK-OWN/behov/" + need + "/beslutning",
                "reason",
                "x");

        assertEquals(422, noChoice.statusCode());
        assertEquals("/app/dagtilbud/WALK-OWN/overblik", to(noChoice));
        inEnglish(karen, noChoice);
    }

    @Test
    void without_word_of_that_page_or_with_a_foreign_one_it_leads_to_the_nearest() throws Exception {
        var anne = Visitor.at(base).signedInAs("anne").accepting("text/html");

        assertEquals("/app/runder", to(anne.post("app/runder/none/aabn")));
        assertEquals("/app/runder", to(anne.postFrom("https://elsewhere.example/somewhere", "app/runder", "code", "")));
        assertEquals("/app/", to(anne.post("app/no/such/page")));
        inEnglish(anne, anne.post("app/no/such/page"));
    }

    private static String to(HttpResponse<String> page) {
        Matcher to = TO.matcher(page.body());
        assertTrue(to.find(), page.body());
        return to.group(1).replace("&amp;", "&");
    }

    /** Changes the language on the page, and follows to where that leads. */
    private static String inEnglish(Visitor visitor, HttpResponse<String> page) throws Exception {
        var changed = visitor.post("app/sprog", "sprog", "en", "til", to(page));
        var shown = visitor.get(changed.headers().firstValue("Location").orElseThrow());
        while (shown.statusCode() == 303) {
            shown = visitor.get(shown.headers().firstValue("Location").orElseThrow());
        }
        assertEquals(200, shown.statusCode());
        assertTrue(shown.body().contains("lang=\"en\""), shown.body());
        return shown.body();
    }
}
