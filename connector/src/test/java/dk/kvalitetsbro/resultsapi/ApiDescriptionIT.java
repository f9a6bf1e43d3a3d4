package dk.kvalitetsbro.resultsapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.access.Routes;
import dk.kvalitetsbro.container.SurveyedTown;
import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description that the server gives to everybody, against the routes there are and what they answer. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiDescriptionIT {
    /** What no answer here has: an error of ours, which is not to be had for the asking. */
    private static final Set<String> NOT_TRIED = Set.of("Problem.reference");

    @ArquillianResource
    private URL base;

    private ApiDescription description;

    @BeforeEach
    void a_published_round_and_a_visitor_who_reads_the_description() throws Exception {
        SurveyedTown.build(base);
        var answer = Visitor.at(base).get("openapi?format=JSON");
        assertEquals(200, answer.statusCode());
        description = new ApiDescription(JsonTree.read(answer.body()));
    }

    @Test
    void it_names_every_route_for_programs_and_no_page() {
        assertEquals(Routes.forPrograms(), description.routes());
    }

    @AfterEach
    void the_round_is_as_it_was() {
        parentsLostGain(false);
    }

    /** One round cannot lose what another gained. */
    private static void parentsLostGain(boolean lost) {
        TwoHouses.jdbi()
                .useHandle(handle -> handle.execute(
                        "update results.judgement set gain_lost = ? where round = ? and centre = ? and grp = 'PARENT'",
                        lost,
                        SurveyedTown.ROUND,
                        SurveyedTown.CENTRE));
    }

    @Test
    void every_member_of_an_answer_is_described_and_every_member_described_stands_in_an_answer() throws Exception {
        parentsLostGain(true);
        var anne = Visitor.at(base).signedInAs("anne");
        for (String route : Set.of(
                "/api/rounds",
                "/api/rounds/{round}/centres/{centre}/results",
                "/api/rounds/{round}/centres/{centre}/findings",
                "/api/rounds/{round}/variation")) {
            for (String centre : Set.of(SurveyedTown.CENTRE, SurveyedTown.CHILDMINDING)) {
                var answer = anne.get(route.substring(1)
                        .replace("{round}", SurveyedTown.ROUND)
                        .replace("{centre}", centre));
                description.compare(JsonTree.read(answer.body()), description.answerOf(route));
            }
        }
        description.compare(JsonTree.read(anne.get("api/rounds/none/variation").body()), "Problem");

        assertEquals(Set.of(), description.wrong());
        assertEquals(NOT_TRIED, description.unseen());
    }
}
