package dk.kvalitetsbro.access;

import static dk.kvalitetsbro.access.ApiScope.RESULTS;
import static dk.kvalitetsbro.access.ApiScope.ROUNDS;
import static dk.kvalitetsbro.access.ApiScope.VARIATION;
import static dk.kvalitetsbro.access.Grant.all;
import static dk.kvalitetsbro.access.Grant.anyone;
import static dk.kvalitetsbro.access.Grant.invited;
import static dk.kvalitetsbro.access.Grant.invitedToWorkshop;
import static dk.kvalitetsbro.access.Grant.ownArea;
import static dk.kvalitetsbro.access.Grant.ownCentre;
import static dk.kvalitetsbro.access.Grant.ownStaff;
import static dk.kvalitetsbro.access.Grant.signedIn;
import static dk.kvalitetsbro.access.Grant.token;
import static dk.kvalitetsbro.access.Role.ADMINISTRATION;
import static dk.kvalitetsbro.access.Role.AREA_LEADER;
import static dk.kvalitetsbro.access.Role.BOARD;
import static dk.kvalitetsbro.access.Role.CONSULTANT;
import static dk.kvalitetsbro.access.Role.DATA_PROTECTION_OFFICER;
import static dk.kvalitetsbro.access.Role.HR;
import static dk.kvalitetsbro.access.Role.LEADER;
import static dk.kvalitetsbro.access.Role.POLITICIAN;
import static dk.kvalitetsbro.access.Role.RESEARCHER;
import static dk.kvalitetsbro.access.Role.STAFF;
import static dk.kvalitetsbro.access.Role.SYSTEM_ADMINISTRATOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one table of rights: every route of the product, and who may use it. A route that is not here is refused to
 * everybody. {@code {centre}} and {@code {person}} in a path are what the narrower grants are about.
 */
public final class Rights {
    /** One line of the table: a method and path as the resource classes write them, and who is let in. */
    public record Rule(String method, String path, List<Grant> grants) {
        public String route() {
            return method + " " + path;
        }
    }

    private static final Grant[] OWN_PLACE = {ownCentre(STAFF), ownCentre(LEADER)};
    private static final Grant[] WORKSHOP = {ownCentre(STAFF), ownCentre(LEADER), invitedToWorkshop()};
    private static final Grant[] RESULT_PAGES = {
        ownCentre(STAFF), ownCentre(LEADER), ownArea(), all(ADMINISTRATION), invited()
    };
    /** What is read on a page by invitation is not taken away. */
    private static final Grant[] RESULT_FILES = {ownCentre(STAFF), ownCentre(LEADER), ownArea(), all(ADMINISTRATION)};

    private static final Grant[] MUNICIPAL_PAGES = {all(ADMINISTRATION), all(RESEARCHER), invited()};
    private static final Grant[] MUNICIPAL_FILES = {all(ADMINISTRATION), all(RESEARCHER)};
    private static final Grant[] OWN_LEADER = {ownCentre(LEADER)};
    private static final Grant[] EMPLOYED = {
        all(STAFF),
        all(LEADER),
        all(AREA_LEADER),
        all(HR),
        all(ADMINISTRATION),
        all(SYSTEM_ADMINISTRATOR),
        all(DATA_PROTECTION_OFFICER)
    };
    private static final Grant[] COURSES = {all(ADMINISTRATION), all(HR)};
    private static final Grant[] PEOPLES_DATA = {all(DATA_PROTECTION_OFFICER), all(ADMINISTRATION)};
    private static final Grant[] BRIDGE = {all(ADMINISTRATION), all(SYSTEM_ADMINISTRATOR)};

    static final List<Rule> TABLE = List.of(
            get("", anyone()),
            get("log-ind", anyone()),
            post("log-ind", anyone()),
            get("log-ind/oidc", anyone()),
            get("log-ind/oidc/svar", anyone()),
            post("log-ud", anyone()),
            get("log-ud/oidc", anyone()),
            post("sprog", anyone()),
            get("tilgaengelighed", anyone()),
            get("mine-forloeb", EMPLOYED),
            get("mine-sessioner", signedIn()),
            post("mine-sessioner/log-ud", signedIn()),
            post("mine-sessioner/{session}/log-ud", signedIn()),
            get("dagtilbud", all(STAFF), all(LEADER), all(AREA_LEADER), all(ADMINISTRATION), all(CONSULTANT)),
            get("kommune/resultater", all(ADMINISTRATION), invited()),
            get("kommune/resultater.csv", all(ADMINISTRATION)),
            get("dagtilbud/{centre}/resultater", RESULT_PAGES),
            get("dagtilbud/{centre}/resultater.csv", RESULT_FILES),
            get("dagtilbud/{centre}/temaer/{theme}", RESULT_PAGES),
            get("dagtilbud/{centre}/temaer/{theme}.csv", RESULT_FILES),
            get("dagtilbud/{centre}/overblik", OWN_LEADER),
            post("dagtilbud/{centre}/behov/{need}/beslutning", OWN_LEADER),
            get("dagtilbud/{centre}/behov/{need}/tildel", OWN_LEADER),
            post("dagtilbud/{centre}/behov/{need}/tildel/forhaandsvisning", OWN_LEADER),
            post("dagtilbud/{centre}/behov/{need}/tildel", OWN_LEADER),
            get("dagtilbud/{centre}/opfoelgning", OWN_LEADER),
            post("dagtilbud/{centre}/undren/{question}/svar", OWN_LEADER),
            get("dagtilbud/{centre}/workshops", WORKSHOP),
            post("dagtilbud/{centre}/workshops", OWN_PLACE),
            get("dagtilbud/{centre}/workshops/{workshop}", WORKSHOP),
            post("dagtilbud/{centre}/workshops/{workshop}/kerneopgave", WORKSHOP),
            post("dagtilbud/{centre}/workshops/{workshop}/bobler", WORKSHOP),
            post("dagtilbud/{centre}/workshops/{workshop}/forbindelser", WORKSHOP),
            post("dagtilbud/{centre}/workshops/{workshop}/undren", WORKSHOP),
            post("dagtilbud/{centre}/workshops/{workshop}/prioriteringer", WORKSHOP),
            get("medarbejdere/{person}", all(HR), ownStaff()),
            get("daekning", all(HR)),
            get("daekning.csv", all(HR)),
            get("arbejdsliste", COURSES),
            post("arbejdsliste/{entry}/proev-igen", COURSES),
            post("arbejdsliste/{entry}/proev-alle-igen", COURSES),
            post("arbejdsliste/{entry}/fjern", COURSES),
            get("temaer-og-kurser", COURSES),
            post("temaer-og-kurser/{course}", COURSES),
            post("temaer-og-kurser/forslag/{proposal}/godkend", COURSES),
            post("temaer-og-kurser/forslag/{proposal}/afvis", COURSES),
            get("kommune/udvikling", MUNICIPAL_PAGES),
            get("kommune/udvikling.csv", MUNICIPAL_FILES),
            get("temaer-og-maal", all(ADMINISTRATION)),
            post("temaer-og-maal", all(ADMINISTRATION)),
            get("temaer-og-maal/nyt", all(ADMINISTRATION)),
            get("temaer-og-maal/{theme}", all(ADMINISTRATION)),
            post("temaer-og-maal/{theme}", all(ADMINISTRATION)),
            post("temaer-og-maal/{theme}/fokus", all(ADMINISTRATION)),
            post("temaer-og-maal/{theme}/maal", all(ADMINISTRATION)),
            post("temaer-og-maal/{theme}/maal/{goal}", all(ADMINISTRATION)),
            post("temaer-og-maal/{theme}/maal/{goal}/arkiver", all(ADMINISTRATION)),
            post("temaer-og-maal/{theme}/maal/{goal}/genoptag", all(ADMINISTRATION)),
            get("kommune/fund", MUNICIPAL_PAGES),
            get("kommune/overblik", all(POLITICIAN), all(ADMINISTRATION), all(AREA_LEADER), all(RESEARCHER), invited()),
            get("dagtilbud/{centre}/bestyrelse", ownCentre(BOARD), ownCentre(LEADER), ownArea(), all(ADMINISTRATION)),
            get("omraade", all(AREA_LEADER)),
            get("invitationer", all(ADMINISTRATION)),
            post("invitationer", all(ADMINISTRATION)),
            post("invitationer/{invitation}/afslut", all(ADMINISTRATION)),
            get("dagtilbud/{centre}/invitationer", OWN_LEADER),
            post("dagtilbud/{centre}/invitationer", OWN_LEADER),
            post("dagtilbud/{centre}/invitationer/{invitation}/afslut", OWN_LEADER),
            get("kommune/uden-tiltag", all(ADMINISTRATION)),
            get("runder", all(ADMINISTRATION)),
            post("runder", all(ADMINISTRATION)),
            post("runder/{round}/graenser", all(ADMINISTRATION)),
            post("runder/{round}/aabn", all(ADMINISTRATION)),
            post("runder/{round}/luk", all(ADMINISTRATION)),
            post("runder/{round}/offentliggoer", all(ADMINISTRATION)),
            get("import", all(ADMINISTRATION)),
            post("import", all(ADMINISTRATION)),
            get("import/{id}", all(ADMINISTRATION)),
            post("import/{id}/godkend", all(ADMINISTRATION)),
            get("kommune/baggrund", MUNICIPAL_FILES),
            get("kommune/baggrund.csv", MUNICIPAL_FILES),
            get("moodle", BRIDGE),
            post("moodle/hent-kurser", BRIDGE),
            post("moodle/samme-moodle", BRIDGE),
            get("moodle/personer", BRIDGE),
            get("moodle/personer.csv", BRIDGE),
            post("moodle/personer/noegler", BRIDGE),
            post("moodle/personer/noegler/fil", BRIDGE),
            post("moodle/personer/noegler/godkend", BRIDGE),
            get("api-adgang", BRIDGE),
            post("api-adgang", all(ADMINISTRATION)),
            post("api-adgang/{token}/tilbagekald", BRIDGE),
            get("moodle/lti", BRIDGE),
            post("moodle/lti", BRIDGE),
            post("moodle/lti/invitation", BRIDGE),
            post("moodle/lti/noegle", BRIDGE),
            post("moodle/lti/{platform}/tilstand", BRIDGE),
            post("moodle/lti/{platform}/fjern", BRIDGE),
            post("moodle/lti/{platform}/proev", BRIDGE),
            post("moodle/lti/{platform}/deltagere", BRIDGE),
            post("moodle/lti/{platform}/konto", BRIDGE),
            post("moodle/lti/{platform}/glem", BRIDGE),
            get("lti/registrering", anyone()),
            post("lti/valg", anyone()),
            get("lti/login", anyone()),
            post("lti/login", anyone()),
            get("lti/launch", anyone()),
            post("lti/launch", anyone()),
            get("lti/vindue", anyone()),
            get("lti/keys", anyone()),
            get("log", all(DATA_PROTECTION_OFFICER)),
            get("log.csv", all(DATA_PROTECTION_OFFICER)),
            post("log/kontrol", all(DATA_PROTECTION_OFFICER)),
            get("mine-oplysninger", signedIn()),
            get("mine-oplysninger.json", signedIn()),
            post("mine-oplysninger/henvendelser", signedIn()),
            get("henvendelser", PEOPLES_DATA),
            post("henvendelser/{request}/svar", PEOPLES_DATA),
            get("persondata", PEOPLES_DATA),
            get("persondata/{person}", PEOPLES_DATA),
            post("persondata/{person}/slet", PEOPLES_DATA),
            get(
                    "api/rounds",
                    all(STAFF),
                    all(LEADER),
                    all(AREA_LEADER),
                    all(ADMINISTRATION),
                    all(RESEARCHER),
                    token(ROUNDS)),
            get("api/rounds/{round}/centres/{centre}/results", and(RESULT_FILES, token(RESULTS))),
            get("api/rounds/{round}/centres/{centre}/findings", and(RESULT_FILES, token(RESULTS))),
            get("api/rounds/{round}/variation", and(MUNICIPAL_FILES, token(VARIATION))),
            post("api/moodle/events", anyone()));

    private static final Map<String, Rule> BY_ROUTE =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(Rule::route, Function.identity()));

    private static final List<Pattern> PAGES = TABLE.stream()
            .filter(rule -> rule.method().equals("GET"))
            .map(Rights::requests)
            .toList();

    private static final List<Pattern> OPEN_FORMS = TABLE.stream()
            .filter(rule -> rule.method().equals("POST") && rule.grants().contains(anyone()))
            .map(Rights::requests)
            .toList();

    private Rights() {}

    /** The whole table, for those who walk it. */
    public static List<Rule> table() {
        return TABLE;
    }

    /** @param path of a request, below the application's root, such as {@code dagtilbud/C001/resultater} */
    public static boolean isPage(String path) {
        return PAGES.stream().anyMatch(page -> page.matcher(path).matches());
    }

    /** @return whether anybody may post there, as to a sign-in: then it is nobody's session that counts */
    static boolean isOpenForm(String method, String path) {
        return method.equals("POST")
                && OPEN_FORMS.stream().anyMatch(form -> form.matcher(path).matches());
    }

    private static Pattern requests(Rule rule) {
        return Pattern.compile(rule.path().replaceAll("\\{[a-z]+}", "[^/]+"));
    }

    static Optional<Rule> rule(String method, String path) {
        return Optional.ofNullable(BY_ROUTE.get(method + " " + path));
    }

    private static Grant[] and(Grant[] grants, Grant more) {
        return Stream.concat(Stream.of(grants), Stream.of(more)).toArray(Grant[]::new);
    }

    private static Rule get(String path, Grant... grants) {
        return new Rule("GET", path, Stream.of(grants).toList());
    }

    private static Rule post(String path, Grant... grants) {
        return new Rule("POST", path, Stream.of(grants).toList());
    }
}
