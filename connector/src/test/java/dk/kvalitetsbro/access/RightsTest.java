package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rights against the routes that exist, and the gatekeeper against the table. */
class RightsTest {
    private static final CentreCode OWN = new CentreCode("C001");
    private static final CentreCode OTHER = new CentreCode("C002");
    private static final PersonKey EMPLOYEE = new PersonKey("employee");
    private static final Actor LEADER =
            new Actor(new PersonKey("leader"), "Karen", Set.of(Role.LEADER), Set.of(OWN), Set.of(OWN));
    private static final Actor STAFF =
            new Actor(new PersonKey("staff"), "Maja", Set.of(Role.STAFF), Set.of(), Set.of(OWN));
    private static final Actor HR = new Actor(new PersonKey("hr"), "Jonas", Set.of(Role.HR), Set.of(), Set.of());

    private static final String RESULTS = "dagtilbud/{centre}/resultater";

    @Test
    void every_route_has_a_rule_and_every_rule_a_route() {
        Set<String> rules = new TreeSet<>();
        Rights.TABLE.forEach(rule -> rules.add(rule.route()));
        assertEquals(rules, routes());
    }

    @Test
    void staff_and_leaders_see_their_own_centres_results_only() {
        assertEquals(Gatekeeper.Decision.LET_IN, decide(RESULTS, STAFF, OWN));
        assertEquals(Gatekeeper.Decision.LET_IN, decide(RESULTS, LEADER, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(RESULTS, STAFF, OTHER));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(RESULTS, LEADER, OTHER));
    }

    @Test
    void hr_never_sees_survey_results() {
        Rights.TABLE.stream()
                .filter(rule -> rule.path().matches(".*(resultater|temaer/|api/rounds).*"))
                .forEach(rule -> assertEquals(Gatekeeper.Decision.REFUSED, decide(rule.path(), HR, OWN), rule.route()));
    }

    @Test
    void people_may_read_through_the_api_what_a_page_shows_them() {
        for (String what : new String[] {"results", "findings"}) {
            assertEquals(peoplesGrants(RESULTS), peoplesGrants("api/rounds/{round}/centres/{centre}/" + what));
        }
    }

    private static List<Grant> peoplesGrants(String path) {
        return Rights.rule("GET", path).orElseThrow().grants().stream()
                .filter(grant -> grant.reach() != Grant.Reach.TOKEN)
                .toList();
    }

    @Test
    void programs_get_nothing_but_what_is_below_api() {
        Rights.TABLE.stream()
                .filter(rule -> rule.grants().stream().anyMatch(grant -> grant.reach() == Grant.Reach.TOKEN))
                .forEach(rule -> assertTrue(rule.route().startsWith("GET api/"), rule.route()));
    }

    @Test
    void working_at_a_centre_does_not_make_one_its_leader() {
        assertEquals(Gatekeeper.Decision.REFUSED, decide("dagtilbud/{centre}/overblik", STAFF, OWN));
    }

    @Test
    void a_leader_reads_the_record_of_own_staff_only() {
        assertEquals(Gatekeeper.Decision.LET_IN, record(LEADER, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, record(LEADER, OTHER));
        assertEquals(Gatekeeper.Decision.REFUSED, record(STAFF, OWN));
    }

    @Test
    void a_visitor_is_asked_to_sign_in_and_a_route_without_a_rule_is_refused_to_all() {
        Gatekeeper gatekeeper = gatekeeper(OWN);
        assertEquals(
                Gatekeeper.Decision.SIGN_IN_FIRST,
                gatekeeper.decide("GET", RESULTS, Optional.empty(), Optional.of(OWN), Optional.empty()));
        assertEquals(
                Gatekeeper.Decision.REFUSED,
                gatekeeper.decide("GET", "glemt", Optional.of(LEADER), Optional.empty(), Optional.empty()));
    }

    private static Gatekeeper.Decision decide(String path, Actor actor, CentreCode centre) {
        return gatekeeper(OWN).decide("GET", path, Optional.of(actor), Optional.of(centre), Optional.empty());
    }

    private static Gatekeeper.Decision record(Actor actor, CentreCode worksAt) {
        return gatekeeper(worksAt)
                .decide("GET", "medarbejdere/{person}", Optional.of(actor), Optional.empty(), Optional.of(EMPLOYEE));
    }

    private static Gatekeeper gatekeeper(CentreCode employeesCentre) {
        Scope scope = new Scope() {
            @Override
            public Optional<Actor> actor(PersonKey person, LocalDate day) {
                return Optional.empty();
            }

            @Override
            public Set<CentreCode> centresOf(PersonKey person, LocalDate day) {
                return Set.of(employeesCentre);
            }

            @Override
            public Map<String, String> names(Collection<String> keys) {
                return Map.of();
            }
        };
        return new Gatekeeper(scope, Clock.systemUTC());
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        new ClassFileImporter()
                .importPath("target/classes").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .forEach(type -> Stream.of(type.getDeclaredMethods())
                                .forEach(method -> SessionFilter.verb(method)
                                        .ifPresent(verb -> assertTrue(
                                                routes.add(verb + " " + SessionFilter.template(type, method)),
                                                "two methods answer " + describe(type, method)))));
        return routes;
    }

    private static String describe(Class<?> type, Method method) {
        return type.getSimpleName() + "." + method.getName();
    }
}
