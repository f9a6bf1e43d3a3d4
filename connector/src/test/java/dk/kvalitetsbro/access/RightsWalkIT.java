package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** Somebody in each role; consultants are invited in three ways. */
    private enum Reader {
        MAJA(Role.STAFF),
        KAREN(Role.LEADER),
        JONAS(Role.HR),
        ANNE(Role.ADMINISTRATION),
        SIGURD(Role.SYSTEM_ADMINISTRATOR),
        BENTE(Role.AREA_LEADER),
        KIM(Role.CONSULTANT),
        VIGGO(Role.CONSULTANT),
        LONE(Role.CONSULTANT),
        FRIDA(Role.RESEARCHER),
        POUL(Role.POLITICIAN),
        BIRGIT(Role.BOARD),
        DORTHE(Role.DATA_PROTECTION_OFFICER);

        final Role role;

        Reader(Role role) {
            this.role = role;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a path names: something of the reader's own, something beside it, or somebody else's. */
    private enum Whose {
        OWN(TwoHouses.OWN, "maja"),
        NEXT_WORKSHOP(TwoHouses.OWN, "maja"),
        OTHERS(TwoHouses.OTHER, "ole");

        final String centre;
        final String person;

        Whose(String centre, String person) {
            this.centre = centre;
            this.person = person;
        }

        long workshop() {
            return TwoHouses.workshop(centre) + (this == NEXT_WORKSHOP ? 1 : 0);
        }
    }

    @ArquillianResource
    private URL base;

    private final Map<Reader, Visitor> visitors = new EnumMap<>(Reader.class);

    @BeforeEach
    void two_centres_with_somebody_in_each_role() {
        TwoHouses.build();
        TwoHouses.furnish();
    }

    @Test
    void each_role_is_let_in_exactly_where_the_table_says() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Reader reader : Reader.values()) {
            for (Rights.Rule rule : Rights.TABLE) {
                for (Whose whose : worthTrying(rule)) {
                    HttpResponse<String> answer = answer(rule, whose, reader);
                    boolean letIn = isOpen(rule) ? !isSentToSignIn(answer) : answer.statusCode() != 403;
                    if (letIn != mayUse(reader, rule, whose)) {
                        wrong.add(reader + " " + whose + " " + rule.route() + (letIn ? " was let in" : " was refused"));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                EnumSet.allOf(Role.class),
                Stream.of(Reader.values()).map(r -> r.role).collect(Collectors.toSet()));
    }

    @Test
    void a_visitor_reaches_only_the_open_routes() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Rights.Rule rule : Rights.TABLE) {
            HttpResponse<String> answer = send(Visitor.at(base), rule, Whose.OWN);
            if (isOpen(rule) == isSentToSignIn(answer) && !rule.path().isEmpty()) {
                wrong.add(rule.route() + " answered " + answer.statusCode());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_post_from_another_site_is_refused_even_with_a_session() throws Exception {
        HttpRequest.Builder foreign = visitor(Reader.KAREN)
                .request("app/log-ud")
                .setHeader("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.noBody());
        assertEquals(403, visitor(Reader.KAREN).send(foreign).statusCode());
    }

    @Test
    void an_invitation_that_is_over_ends_the_session_that_it_opened() throws Exception {
        Visitor kim = visitor(Reader.KIM);
        String results = "app/dagtilbud/" + TwoHouses.OWN + "/resultater";
        assertEquals(200, kim.get(results).statusCode());

        change("update organisation.invitation set valid_to = ? where person_key = 'kim'", yesterday());
        assertEquals(true, isSentToSignIn(kim.get(results)));

        change(
                "update organisation.invitation set valid_to = ? where person_key = 'kim'",
                yesterday().plusDays(9));
        assertEquals(200, kim.get(results).statusCode());
    }

    @Test
    void a_leader_who_moves_loses_the_old_centre_that_day_and_in_the_middle_of_a_session() throws Exception {
        Visitor karen = visitor(Reader.KAREN);
        String old = "app/dagtilbud/" + TwoHouses.OWN + "/overblik";
        assertEquals(200, karen.get(old).statusCode());

        change("update organisation.employment set centre_code = 'WALK-OTHER' where number = ?", "walk-2");
        assertEquals(403, karen.get(old).statusCode());
        assertEquals(
                200, karen.get("app/dagtilbud/" + TwoHouses.OTHER + "/overblik").statusCode());

        change("update organisation.employment set centre_code = 'WALK-OWN' where number = ?", "walk-2");
    }

    /** A path that names nothing is nobody's. */
    private static Set<Whose> worthTrying(Rights.Rule rule) {
        if (rule.path().contains("{workshop}")) {
            return EnumSet.allOf(Whose.class);
        }
        return rule.path().matches(".*\\{(centre|person)}.*")
                ? EnumSet.of(Whose.OWN, Whose.OTHERS)
                : EnumSet.of(Whose.OWN);
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneId.of("Europe/Copenhagen")).minusDays(1);
    }

    private static void change(String sql, Object value) {
        TwoHouses.jdbi().useHandle(handle -> handle.execute(sql, value));
    }

    private static boolean mayUse(Reader reader, Rights.Rule rule, Whose whose) {
        Predicate<Grant> forMe = grant -> grant.role().isEmpty() || grant.role().get() == reader.role;
        return rule.grants().stream().filter(forMe).anyMatch(grant -> switch (grant.reach()) {
            case ANYONE, SIGNED_IN, EVERYWHERE -> true;
            case TOKEN -> false;
            case OWN_CENTRE, OWN_AREA, OWN_STAFF -> whose != Whose.OTHERS;
            case INVITED -> isInvited(reader, rule, whose);
            case INVITED_WORKSHOP -> isInvitedToWorkshop(reader, rule, whose);
        });
    }

    /** Kim is invited to a centre, Viggo to the whole municipality, Lone to one workshop. */
    private static boolean isInvited(Reader reader, Rights.Rule rule, Whose whose) {
        return reader == Reader.VIGGO
                || reader == Reader.KIM && rule.path().contains("{centre}") && whose != Whose.OTHERS;
    }

    private static boolean isInvitedToWorkshop(Reader reader, Rights.Rule rule, Whose whose) {
        return reader == Reader.KIM && whose != Whose.OTHERS
                || reader == Reader.LONE && rule.path().contains("{workshop}") && whose == Whose.OWN;
    }

    /** Whoever signs out on the way signs in again. */
    private HttpResponse<String> answer(Rights.Rule rule, Whose whose, Reader reader)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(visitor(reader), rule, whose);
        if (isSentToSignIn(answer) && !rule.path().startsWith("log-")) {
            visitors.remove(reader);
            answer = send(visitor(reader), rule, whose);
        }
        return answer;
    }

    private Visitor visitor(Reader reader) throws IOException, InterruptedException {
        if (!visitors.containsKey(reader)) {
            visitors.put(reader, Visitor.at(base).signedInAs(reader.key()));
        }
        return visitors.get(reader);
    }

    /** What is there for everybody may still refuse whom its own proof is missing. */
    private static boolean isOpen(Rights.Rule rule) {
        return rule.grants().contains(Grant.anyone());
    }

    private static boolean isSentToSignIn(HttpResponse<?> answer) {
        return answer.statusCode() == 401
                || answer.headers().firstValue("Location").orElse("").contains("log-ind?til=");
    }

    private static HttpResponse<String> send(Visitor visitor, Rights.Rule rule, Whose whose)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = visitor.request("app/" + path(rule, whose));
        if (rule.method().equals("POST")) {
            boolean upload = Routes.takesFile(rule.path());
            request.header(
                            "Content-Type",
                            upload ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(upload ? "--x--\r\n" : ""));
        } else if (!rule.method().equals("GET")) {
            request.method(rule.method(), BodyPublishers.noBody());
        }
        return visitor.send(request);
    }

    private static String path(Rights.Rule rule, Whose whose) {
        return rule.path()
                .replace("{centre}", whose.centre)
                .replace("{person}", whose.person)
                .replace("{workshop}", String.valueOf(whose.workshop()))
                .replace("{theme}", "MAT")
                .replaceAll("\\{[a-z]+}", "999999");
    }
}
