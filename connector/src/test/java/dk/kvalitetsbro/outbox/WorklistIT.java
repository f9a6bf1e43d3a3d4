package dk.kvalitetsbro.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What HR removes from the worklist is told to the people it is about. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WorklistIT {
    @ArquillianResource
    private URL base;

    @Test
    void a_removed_enrolment_is_closed_and_the_record_says_so() throws Exception {
        TwoHouses.build();
        TwoHouses.furnish();
        var jonas = Visitor.at(base).signedInAs("jonas");
        String remove = Jsoup.parse(jonas.get("app/arbejdsliste").body())
                .select("form[action$=fjern]")
                .attr("action");

        assertEquals(303, jonas.post(remove).statusCode());

        assertEquals("WITHDRAWN", newestOf("ole"));
        assertTrue(jonas.get("app/medarbejdere/ole").body().contains("Fjernet"));
        assertTrue(Jsoup.parse(jonas.get("app/arbejdsliste").body())
                .select("form[action$=fjern]")
                .isEmpty());
    }

    private static String newestOf(String person) {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select state from assignments.assignment where person_key = ? order by id desc limit 1")
                .bind(0, person)
                .mapTo(String.class)
                .one());
    }
}
