package dk.kvalitetsbro.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links that were changed in Moodle, on the page where somebody decides about them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProposalsIT {
    private static final String PAGE = "app/temaer-og-kurser";

    @ArquillianResource
    private URL base;

    private Visitor anne;

    @BeforeEach
    void a_link_added_and_one_removed_in_moodle() throws Exception {
        TwoHouses.build();
        run("delete from catalogue.proposal; update catalogue.offered set gone = false where id = 900011;"
                + " delete from catalogue.attachment where course = 900011;"
                + " insert into catalogue.attachment (course, theme) values (900011, 'MAT');"
                + " insert into catalogue.proposal (course, theme, change)"
                + " values (900011, 'NAT', 'ADDED'), (900011, 'MAT', 'REMOVED')");
        anne = Visitor.at(base).signedInAs("anne");
    }

    @AfterEach
    void as_before() {
        run("delete from catalogue.proposal; delete from moodle.reading where subject = 'THEMES';"
                + " delete from catalogue.told where course = 900011;"
                + " delete from catalogue.attachment where course = 900011;"
                + " insert into catalogue.attachment (course, theme) values (900011, 'MAT')");
    }

    @Test
    void each_is_told_in_plain_words_with_two_choices() throws Exception {
        Document page = page();

        assertEquals("2", page.select("[data-proposals]").attr("data-proposals"));
        assertEquals(
                List.of(
                        "Fjernet i Moodle »Matematik i hverdagen« er ikke længere knyttet til temaet »Matematisk"
                                + " opmærksomhed og problemløsning« i Moodle, men er det stadig her.",
                        "Tilføjet i Moodle »Matematik i hverdagen« er knyttet til temaet »Natur, udeliv og science« i Moodle,"
                                + " men ikke her."),
                page.select(".kb-proposal > p").eachText());
        assertEquals(4, page.select(".kb-proposal form").size());
    }

    @Test
    void accepting_follows_moodle_and_is_in_the_log() throws Exception {
        decide("ADDED", "godkend");
        decide("REMOVED", "godkend");

        assertEquals(List.of("NAT"), themes());
        assertTrue(page().select("[data-proposals]").isEmpty());
        assertEquals(
                List.of("catalogue.proposalAccepted ADDED NAT", "catalogue.proposalAccepted REMOVED MAT"),
                newestInLog());
    }

    @Test
    void declining_leaves_everything_as_it_is_here() throws Exception {
        decide("ADDED", "afvis");
        decide("REMOVED", "afvis");

        assertEquals(List.of("MAT"), themes());
        assertTrue(page().select("[data-proposals]").isEmpty());
        assertEquals(
                List.of("catalogue.proposalDeclined ADDED NAT", "catalogue.proposalDeclined REMOVED MAT"),
                newestInLog());
    }

    @Test
    void what_a_colleague_has_decided_is_not_decided_again() throws Exception {
        String action = action(page(), "ADDED", "godkend");
        decide("ADDED", "afvis");

        assertEquals(303, anne.post(action).statusCode());

        assertTrue(page().text().contains("Forslaget er der ikke længere"));
        assertEquals(List.of("MAT"), themes());
    }

    @Test
    void names_from_moodle_are_text() throws Exception {
        run("update catalogue.offered set name = '<script>alert(1)</script> {0} it''s' where id = 900011");
        try {
            Document page = page();
            assertTrue(page.select(".kb-proposal script").isEmpty());
            assertTrue(page.select(".kb-proposal").text().contains("»<script>alert(1)</script> {0} it's« er knyttet"));
        } finally {
            run("update catalogue.offered set name = 'Matematik i hverdagen' where id = 900011");
        }
    }

    @Test
    void nothing_is_shown_when_nothing_was_changed() throws Exception {
        run("delete from catalogue.proposal");

        assertTrue(page().select("[data-proposals]").isEmpty());
        assertFalse(page().text().contains("Foreslået i Moodle"));
    }

    /** There is no Moodle here, so that a round ends as one that failed. */
    @Test
    @Timeout(60)
    void what_is_changed_here_is_brought_to_moodle_at_once() throws Exception {
        run("insert into moodle.reading (subject, succeeded) values ('THEMES', now())");

        assertEquals(303, anne.post(PAGE + "/900011", "theme", "TRI").statusCode());

        await(() -> TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select exists (select from moodle.reading where subject = 'THEMES' and failed is not null)")
                .mapTo(Boolean.class)
                .one()));
        assertTrue(anne.get("app/moodle").body().contains("Temaer i Moodle"));
    }

    private static void await(BooleanSupplier condition) {
        while (!Thread.currentThread().isInterrupted() && !condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private void decide(String change, String choice) throws Exception {
        assertEquals(303, anne.post(action(page(), change, choice)).statusCode());
    }

    private static String action(Document page, String change, String choice) {
        Element form = page.selectFirst("[data-proposal=" + change + "] form[action$=" + choice + "]");
        return form == null ? "none" : form.attr("action");
    }

    private Document page() throws Exception {
        return Jsoup.parse(anne.get(PAGE).body());
    }

    private static List<String> themes() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select theme from catalogue.attachment where course = 900011 order by theme")
                .mapTo(String.class)
                .list());
    }

    private static List<String> newestInLog() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        """
                        select action || ' ' || detail from
                               (select * from access.audit where actor = 'anne' order by id desc limit 2) newest
                         order by id""")
                .mapTo(String.class)
                .list());
    }

    private static void run(String statements) {
        TwoHouses.jdbi().useHandle(handle -> handle.createScript(statements).execute());
    }
}
