package dk.kvalitetsbro.access;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dk.kvalitetsbro.MovableClock;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

    private static final Clock CLOCK = new MovableClock();
    private static final String API_RESULTS = "api/rounds/{round}/centres/{centre}/results";
    private static final String RESULTS = "dagtilbud/{centre}/resultater";
    private static final String BOARD = "dagtilbud/{centre}/bestyrelse";
    private static final String ABOUT_RESULTS = ".*(resultater|temaer/|bestyrelse|api/rounds|omraade).*|kommune/.*";

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
    void hr_never_sees_survey_results_nor_do_those_who_keep_the_system_and_the_log() {
        for (Role role : Set.of(Role.HR, Role.SYSTEM_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER)) {
            assertEquals(Set.of(), paths(role, ABOUT_RESULTS), role.name());
        }
    }

    @Test
    void politicians_and_board_members_read_one_page_each() {
        assertEquals(Set.of("kommune/overblik"), paths(Role.POLITICIAN, ".*"));
        assertEquals(Set.of("dagtilbud/{centre}/bestyrelse"), paths(Role.BOARD, ".*"));
    }

    @Test
    void a_researcher_reads_the_municipality_and_no_single_centre() {
        assertEquals(Set.of(), paths(Role.RESEARCHER, ".*(\\{centre}|dagtilbud|kommune/resultater|uden-tiltag).*"));
    }

    @Test
    void the_data_protection_officer_reads_the_log_and_the_system_administrator_does_not() {
        assertEquals(Set.of("log", "log.csv", "log/kontrol"), paths(Role.DATA_PROTECTION_OFFICER, "log.*"));
        assertEquals(Set.of(), paths(Role.SYSTEM_ADMINISTRATOR, "log.*"));
    }

    @Test
    void an_area_leader_reads_the_areas_centres_and_decides_nothing_there() {
        Actor bente = in(Role.AREA_LEADER, OWN);
        assertEquals(Gatekeeper.Decision.LET_IN, decide(RESULTS, bente, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(RESULTS, bente, OTHER));
        assertEquals(
                Set.of(),
                Rights.TABLE.stream()
                        .filter(rule -> rule.method().equals("POST") && isFor(rule, Role.AREA_LEADER))
                        .map(Rights.Rule::path)
                        .collect(toSet()));
        assertEquals(Set.of(), paths(Role.AREA_LEADER, ".*(opfoelgning|medarbejdere|workshops).*"));
    }

    @Test
    void what_is_own_in_one_role_is_not_own_in_another() {
        Actor birgit = new Actor(
                new PersonKey("birgit"),
                "Birgit",
                Map.of(Role.BOARD, Set.of(OTHER), Role.STAFF, Set.of(OWN)),
                Set.of());
        assertEquals(Gatekeeper.Decision.LET_IN, decide(RESULTS, birgit, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(RESULTS, birgit, OTHER));
        assertEquals(Gatekeeper.Decision.LET_IN, decide(BOARD, birgit, OTHER));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(BOARD, birgit, OWN));
    }

    @Test
    void an_invitation_to_a_centre_opens_its_results_and_workshops() {
        Actor kim = invited(Optional.of(OWN), Optional.empty());
        assertEquals(Gatekeeper.Decision.LET_IN, decide(RESULTS, kim, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(RESULTS, kim, OTHER));
        assertEquals(Gatekeeper.Decision.LET_IN, workshop(kim, OWN, 1));
        assertEquals(Gatekeeper.Decision.REFUSED, workshop(kim, OTHER, 1));
        assertEquals(Gatekeeper.Decision.REFUSED, municipality(kim));
    }

    @Test
    void an_invitation_to_a_workshop_opens_that_one_only() {
        Actor lone = invited(Optional.of(OWN), Optional.of(1L));
        assertEquals(Gatekeeper.Decision.LET_IN, workshop(lone, OWN, 1));
        assertEquals(Gatekeeper.Decision.REFUSED, workshop(lone, OWN, 2));
        assertEquals(Gatekeeper.Decision.REFUSED, decide("dagtilbud/{centre}/workshops", lone, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(RESULTS, lone, OWN));
    }

    @Test
    void an_invitation_to_the_municipality_opens_results_everywhere_and_no_workshop() {
        Actor viggo = invited(Optional.empty(), Optional.empty());
        assertEquals(Gatekeeper.Decision.LET_IN, municipality(viggo));
        assertEquals(Gatekeeper.Decision.LET_IN, decide(RESULTS, viggo, OTHER));
        assertEquals(Gatekeeper.Decision.REFUSED, workshop(viggo, OWN, 1));
    }

    @Test
    void an_invitation_as_one_thing_is_none_as_another() {
        Actor frida = new Actor(
                new PersonKey("frida"),
                "Frida",
                Map.of(),
                Set.of(
                        new Invited(Role.RESEARCHER, Optional.empty(), Optional.empty()),
                        new Invited(Role.RESEARCHER, Optional.of(OTHER), Optional.empty()),
                        new Invited(Role.CONSULTANT, Optional.of(OWN), Optional.empty())));
        assertEquals(Gatekeeper.Decision.LET_IN, decide(RESULTS, frida, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(RESULTS, frida, OTHER));
        assertEquals(Gatekeeper.Decision.LET_IN, workshop(frida, OWN, 1));
        assertEquals(Gatekeeper.Decision.REFUSED, workshop(frida, OTHER, 1));
    }

    @Test
    void what_is_read_by_invitation_is_not_taken_away() {
        Actor viggo = invited(Optional.empty(), Optional.empty());
        Rights.TABLE.stream()
                .filter(rule ->
                        rule.path().matches("api/.*|.*\\.csv") && rule.method().equals("GET"))
                .forEach(rule ->
                        assertEquals(Gatekeeper.Decision.REFUSED, decide(rule.path(), viggo, OWN), rule.route()));
    }

    @Test
    void people_may_read_through_the_api_what_they_may_take_away_from_a_page() {
        for (String what : new String[] {"results", "findings"}) {
            assertEquals(peoplesGrants(RESULTS + ".csv"), peoplesGrants("api/rounds/{round}/centres/{centre}/" + what));
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
    void a_program_is_let_in_where_its_scope_and_its_centre_reach_and_nowhere_as_a_person() {
        ApiToken ofOwn = token(ApiScope.RESULTS, OWN);
        assertEquals(Gatekeeper.Decision.LET_IN, decide(API_RESULTS, ofOwn, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(API_RESULTS, ofOwn, OTHER));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(API_RESULTS, token(ApiScope.ROUNDS, OWN), OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(RESULTS, ofOwn, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide("log-ind", ofOwn, OWN));
        assertEquals(Gatekeeper.Decision.REFUSED, decide(API_RESULTS, in(Role.HR, OWN), OWN));
    }

    @Test
    void a_path_that_names_no_centre_and_nobody_is_not_everybodys() {
        Gatekeeper gatekeeper = gatekeeper(OWN);
        assertEquals(
                Gatekeeper.Decision.REFUSED, gatekeeper.decide("GET", RESULTS, Optional.of(LEADER), InPath.NOTHING));
        assertEquals(
                Gatekeeper.Decision.REFUSED,
                gatekeeper.decide("GET", "medarbejdere/{person}", Optional.of(LEADER), InPath.NOTHING));
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
        assertEquals(Gatekeeper.Decision.LET_IN, gatekeeper.decide("GET", "log-ind", Optional.empty(), InPath.NOTHING));
        assertEquals(
                Gatekeeper.Decision.SIGN_IN_FIRST,
                gatekeeper.decide("GET", RESULTS, Optional.empty(), InPath.centre(OWN)));
        assertEquals(
                Gatekeeper.Decision.REFUSED, gatekeeper.decide("GET", "glemt", Optional.of(LEADER), InPath.NOTHING));
    }

    private static Set<String> paths(Role role, String matching) {
        return Rights.TABLE.stream()
                .filter(rule -> isFor(rule, role) && rule.path().matches(matching))
                .map(Rights.Rule::path)
                .collect(toSet());
    }

    private static boolean isFor(Rights.Rule rule, Role role) {
        return rule.grants().stream().anyMatch(grant -> grant.role().equals(Optional.of(role)));
    }

    private static Actor in(Role role, CentreCode centre) {
        return new Actor(new PersonKey("somebody"), "Somebody", Map.of(role, Set.of(centre)), Set.of());
    }

    private static Actor invited(Optional<CentreCode> centre, Optional<Long> workshop) {
        return new Actor(
                new PersonKey("somebody"),
                "Somebody",
                Map.of(),
                Set.of(new Invited(Role.CONSULTANT, centre, workshop)));
    }

    private static Gatekeeper.Decision workshop(Actor actor, CentreCode centre, long workshop) {
        return gatekeeper(OWN)
                .decide(
                        "GET",
                        "dagtilbud/{centre}/workshops/{workshop}",
                        Optional.of(actor),
                        InPath.workshop(centre, workshop));
    }

    private static Gatekeeper.Decision municipality(Actor actor) {
        return gatekeeper(OWN).decide("GET", "kommune/overblik", Optional.of(actor), InPath.NOTHING);
    }

    private static Gatekeeper.Decision decide(String path, Actor actor, CentreCode centre) {
        return gatekeeper(OWN).decide("GET", path, Optional.of(actor), InPath.centre(centre));
    }

    private static Gatekeeper.Decision decide(String path, ApiToken token, CentreCode centre) {
        return Gatekeeper.decide("GET", path, token, Optional.of(centre));
    }

    private static ApiToken token(ApiScope scope, CentreCode centre) {
        var now = OffsetDateTime.now(CLOCK);
        return new ApiToken(1, "Excel", Set.of(scope), centre, now, "anne", now.toLocalDate(), null, null);
    }

    private static Gatekeeper.Decision record(Actor actor, CentreCode worksAt) {
        return gatekeeper(worksAt).decide("GET", "medarbejdere/{person}", Optional.of(actor), InPath.person(EMPLOYEE));
    }

    private static Gatekeeper gatekeeper(CentreCode employeesCentre) {
        Scope scope = new Scope() {
            @Override
            public Optional<Actor> actor(PersonKey person, LocalDate day) {
                return Optional.empty();
            }

            @Override
            public Set<CentreCode> centresOf(PersonKey person, LocalDate day) {
                return day.equals(LocalDate.now(CLOCK)) ? Set.of(employeesCentre) : Set.of();
            }

            @Override
            public Map<String, String> names(Collection<String> keys) {
                return Map.of();
            }
        };
        return new Gatekeeper(scope, CLOCK);
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
