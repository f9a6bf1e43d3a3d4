package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.container.TwoHouses;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every route as every role over HTTP, for what is one's own and for what is not, against the table of rights. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RightsWalkIT {
    private static final Map<Role, String> SOMEONE = Map.of(
            Role.STAFF, "maja",
            Role.LEADER, "karen",
            Role.HR, "jonas",
            Role.ADMINISTRATION, "anne",
            Role.SYSTEM_ADMINISTRATOR, "sigurd");

    /** What a path names: something of the actor's own, or somebody else's. */
    private enum Whose {
        OWN(TwoHouses.OWN, "maja"),
        OTHERS(TwoHouses.OTHER, "ole");

        final String centre;
        final String person;

        Whose(String centre, String person) {
            this.centre = centre;
            this.person = person;
        }
    }

    @ArquillianResource
    private URL base;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void two_centres_with_somebody_in_each_role() {
        TwoHouses.build();
    }

    @Test
    void each_role_is_let_in_exactly_where_the_table_says() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Rights.Rule rule : Rights.TABLE) {
                for (Whose whose : Whose.values()) {
                    boolean letIn =
                            answer(rule, whose, Optional.of(signIn(role))).statusCode() != 403;
                    if (letIn != mayUse(role, rule, whose)) {
                        wrong.add(role + " " + whose + " " + rule.route() + (letIn ? " was let in" : " was refused"));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_visitor_reaches_only_the_open_routes() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Rights.Rule rule : Rights.TABLE) {
            boolean open = rule.grants().stream().anyMatch(grant -> grant.reach() == Grant.Reach.ANYONE);
            HttpResponse<Void> answer = answer(rule, Whose.OWN, Optional.empty());
            boolean sentToSignIn = answer.statusCode() == 401
                    || answer.headers().firstValue("Location").orElse("").contains("/app/log-ind?til=");
            if (open == sentToSignIn && !rule.path().isEmpty()) {
                wrong.add(rule.route() + " answered " + answer.statusCode());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_post_from_another_site_is_refused_even_with_a_session() throws Exception {
        HttpRequest foreign = HttpRequest.newBuilder(uri("log-ud"))
                .header("Cookie", signIn(Role.LEADER))
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertEquals(
                403, http.send(foreign, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    private static boolean mayUse(Role role, Rights.Rule rule, Whose whose) {
        Predicate<Grant> forMe = grant -> grant.role().isEmpty() || grant.role().get() == role;
        return rule.grants().stream().filter(forMe).anyMatch(grant -> switch (grant.reach()) {
            case ANYONE, SIGNED_IN, EVERYWHERE -> true;
            case OWN_CENTRE, OWN_STAFF -> whose == Whose.OWN;
            case TOKEN -> false;
        });
    }

    private String signIn(Role role) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("log-ind"))
                .header("Origin", origin())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("person=" + SOMEONE.get(role)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.split(";")[0])
                .orElseThrow();
    }

    private HttpResponse<Void> answer(Rights.Rule rule, Whose whose, Optional<String> session)
            throws IOException, InterruptedException {
        String path = rule.path()
                .replace("{centre}", whose.centre)
                .replace("{person}", whose.person)
                .replace("{theme}", "MAT")
                .replaceAll("\\{[a-z]+}", "999999");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Origin", origin());
        session.ifPresent(cookie -> request.header("Cookie", cookie));
        if (rule.method().equals("POST")) {
            boolean upload = rule.path().equals("import");
            request.header(
                            "Content-Type",
                            upload ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(upload ? "--x--\r\n" : ""));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private URI uri(String path) {
        return base.toString().endsWith("/") ? URI.create(base + "app/" + path) : URI.create(base + "/app/" + path);
    }

    private String origin() {
        return base.getProtocol() + "://" + base.getAuthority();
    }
}
