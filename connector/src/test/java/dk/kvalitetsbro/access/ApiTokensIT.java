package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs with a token: what it opens, what it does not, and how people make and end it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiTokensIT {
    private static final String RESULTS_OF_OWN = "api/rounds/WALK/centres/" + TwoHouses.OWN + "/results";
    private static final String RESULTS_OF_OTHER = "api/rounds/WALK/centres/" + TwoHouses.OTHER + "/results";
    private static final String CHALLENGE = "Bearer realm=\"kvalitetsbro\"";

    @ArquillianResource
    private URL base;

    private Visitor anne;

    @BeforeEach
    void a_published_round_and_nobodys_token() throws Exception {
        TwoHouses.build();
        TwoHouses.furnish();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from access.api_token"));
        anne = Visitor.at(base).signedInAs("anne");
    }

    @Test
    void a_program_reads_what_its_token_was_made_for() throws Exception {
        String token = make("RESULTS", "");

        assertEquals(200, ask(token, RESULTS_OF_OWN).statusCode());
        assertEquals(200, ask(token, "app/" + RESULTS_OF_OTHER).statusCode());
    }

    @Test
    void a_token_of_each_kind_is_let_in_exactly_where_the_table_says() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (ApiScope scope : ApiScope.values()) {
            String token = make(scope.name(), "");
            for (Rights.Rule rule : Rights.TABLE) {
                boolean granted = rule.grants().stream()
                        .anyMatch(grant -> grant.scope().filter(scope::equals).isPresent());
                for (String path : paths(rule)) {
                    int status = ask(rule.method(), token, "app/" + path).statusCode();
                    if (rule.path().startsWith("api/") && rule.method().equals("GET") && (status != 403) != granted) {
                        wrong.add(scope + " " + rule.route() + " " + status);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void at_the_pages_a_token_is_nobody() throws Exception {
        String token = make("RESULTS", "");
        Set<String> letIn = new TreeSet<>();
        for (Rights.Rule rule : Rights.TABLE) {
            boolean open = rule.grants().contains(Grant.anyone());
            if (!open && !rule.path().startsWith("api/")) {
                HttpResponse<String> answer =
                        ask(rule.method(), token, "app/" + paths(rule).get(0));
                boolean sentAway = answer.statusCode() == 401
                        || answer.headers().firstValue("Location").orElse("").contains("/app/log-ind?til=");
                if (!sentAway) {
                    letIn.add(rule.route() + " " + answer.statusCode());
                }
            }
        }
        assertEquals(Set.of(), letIn);
    }

    @Test
    void a_token_for_one_centre_reads_no_other() throws Exception {
        String token = make("RESULTS", TwoHouses.OWN);

        assertEquals(200, ask(token, RESULTS_OF_OWN).statusCode());
        assertOutsideScope(ask(token, RESULTS_OF_OTHER));
        assertOutsideScope(ask(token, "api/rounds"));
    }

    @Test
    void a_token_that_is_wrong_or_expired_or_revoked_or_one_of_two_is_told_so() throws Exception {
        String token = make("ROUNDS", "");
        assertNoToken(ask(token + "x", "api/rounds"));
        assertNoToken(ask("", "api/rounds"));
        assertNoToken(anne.send(request(token, "api/rounds").header("Authorization", "Bearer " + token)));

        TwoHouses.jdbi().useHandle(handle -> handle.execute("update access.api_token set expires = current_date - 2"));
        assertNoToken(ask(token, "api/rounds"));
        TwoHouses.jdbi().useHandle(handle -> handle.execute("update access.api_token set expires = current_date + 2"));
        assertEquals(200, ask(token, "api/rounds").statusCode());

        anne.post("app/api-adgang/" + id() + "/tilbagekald");
        assertNoToken(ask(token, "api/rounds"));
    }

    @Test
    void a_wrong_token_is_not_saved_by_a_session() throws Exception {
        assertNoToken(anne.send(anne.request("api/rounds").header("Authorization", "Bearer wrong")));
    }

    @Test
    void the_one_who_made_it_and_the_program_stand_in_the_log() throws Exception {
        long before = newestEntry();
        String token = make("RESULTS", "");
        ask(token, RESULTS_OF_OWN);
        ask(token, RESULTS_OF_OWN);

        assertEquals(
                List.of(
                        "anne token.made Walk RESULTS",
                        "token:Walk RESULTS token.used Walk RESULTS",
                        "token:Walk RESULTS results.exported " + TwoHouses.OWN,
                        "token:Walk RESULTS results.exported " + TwoHouses.OWN),
                TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                                "select actor || ' ' || action || ' ' || subject from access.audit where id > ? order by id")
                        .bind(0, before)
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void a_session_reads_too_and_without_either_one_is_told_how() throws Exception {
        assertEquals(200, anne.get(RESULTS_OF_OWN).statusCode());

        HttpResponse<String> answer = Visitor.at(base).get(RESULTS_OF_OWN);
        assertEquals(401, answer.statusCode());
        assertEquals(CHALLENGE, answer.headers().firstValue("WWW-Authenticate").orElse(""));
    }

    @Test
    void programs_are_told_of_published_rounds_alone() throws Exception {
        TwoHouses.openRound();
        String told = ask(make("ROUNDS", ""), "api/rounds").body();

        assertTrue(told.contains("\"WALK\""), told);
        assertFalse(told.contains("WALK-OPEN"), told);
    }

    @Test
    void what_cannot_be_made_is_shown_again_as_it_was_typed() throws Exception {
        make("ROUNDS", "");

        var taken = anne.post(
                "app/api-adgang", "name", "Walk ROUNDS", "scope", "VARIATION", "centre", "", "expires", inAWeek());
        assertEquals(422, taken.statusCode());
        var form = Jsoup.parse(taken.body());
        assertEquals("Walk ROUNDS", form.selectXpath("//input[@name='name']").attr("value"));
        assertEquals(
                List.of("VARIATION"), form.select("input[name=scope][checked]").eachAttr("value"));

        for (String[] wrong : List.of(
                new String[] {"name", "", "scope", "ROUNDS", "expires", inAWeek()},
                new String[] {"name", "a<b", "scope", "ROUNDS", "expires", inAWeek()},
                new String[] {"name", "No scope", "expires", inAWeek()},
                new String[] {"name", "No such scope", "scope", "EVERYTHING", "expires", inAWeek()},
                new String[] {"name", "No day", "scope", "ROUNDS", "expires", "soon"},
                new String[] {"name", "Nowhere", "scope", "ROUNDS", "centre", "NOWHERE", "expires", inAWeek()})) {
            assertEquals(422, anne.post("app/api-adgang", wrong).statusCode(), String.join(" ", wrong));
        }
    }

    @Test
    void it_is_shown_once() throws Exception {
        String token = make("ROUNDS", "");
        assertFalse(anne.get("app/api-adgang").body().contains(token));
    }

    private static List<String> paths(Rights.Rule rule) {
        return TwoHouses.paths(rule.path()).stream()
                .map(path -> path.replaceAll("\\{[a-z]+}", "999999"))
                .toList();
    }

    private String make(String scope, String centre) throws Exception {
        var made = anne.post(
                "app/api-adgang", "name", "Walk " + scope, "scope", scope, "centre", centre, "expires", inAWeek());
        assertEquals(200, made.statusCode(), made.body());
        return Jsoup.parse(made.body()).getElementById("made").attr("value");
    }

    private static String inAWeek() {
        return LocalDate.now().plusDays(7).toString();
    }

    private HttpResponse<String> ask(String token, String path) throws Exception {
        return ask("GET", token, path);
    }

    private HttpResponse<String> ask(String method, String token, String path) throws Exception {
        return anne.send(request(token, path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String token, String path) {
        return Visitor.at(base).request(path).header("Authorization", "Bearer " + token);
    }

    private static void assertNoToken(HttpResponse<String> answer) {
        assertEquals(401, answer.statusCode());
        assertEquals(
                CHALLENGE + ", error=\"invalid_token\"",
                answer.headers().firstValue("WWW-Authenticate").orElse(""));
        assertProblem("access.tokens.invalid", answer);
    }

    private static void assertOutsideScope(HttpResponse<String> answer) {
        assertEquals(403, answer.statusCode());
        assertEquals(
                CHALLENGE + ", error=\"insufficient_scope\"",
                answer.headers().firstValue("WWW-Authenticate").orElse(""));
        assertProblem("access.tokens.outside", answer);
    }

    private static void assertProblem(String code, HttpResponse<String> answer) {
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
    }

    private static long id() {
        return number("select max(id) from access.api_token");
    }

    private static long newestEntry() {
        return number("select coalesce(max(id), 0) from access.audit");
    }

    private static long number(String query) {
        return TwoHouses.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
