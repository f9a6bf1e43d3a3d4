package dk.kvalitetsbro.benchmarks.access;

import dk.kvalitetsbro.access.Grant;
import dk.kvalitetsbro.access.Rights;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.demo.Centre;
import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.demo.Personas;
import dk.kvalitetsbro.launcher.RunningProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Asks the running product for every route as every role, for what is the role's own and for what is somebody else's, and
 * compares with the table of rights.
 */
public final class RightsWalk {
    private static final int REFUSED = 403;
    private static final int NOT_SIGNED_IN = 401;

    /** What the paths name: Karen's centre and somebody who works there, or another centre and somebody there. */
    private record Named(String centre, String person, boolean own) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Role, String> sessions = new EnumMap<>(Role.class);
    private final URI root;
    private final Map<Role, Person> people;
    private final List<Named> named;
    private long tries;

    private RightsWalk(URI root, Personas people, DemoMunicipality municipality) {
        this.root = root;
        this.people = Map.ofEntries(
                Map.entry(Role.STAFF, people.maja()),
                Map.entry(Role.LEADER, people.karen()),
                Map.entry(Role.HR, people.jonas()),
                Map.entry(Role.ADMINISTRATION, people.anne()),
                Map.entry(Role.SYSTEM_ADMINISTRATOR, people.sigurd()),
                Map.entry(Role.AREA_LEADER, people.areaLeader()),
                Map.entry(Role.DATA_PROTECTION_OFFICER, people.officer()),
                Map.entry(Role.POLITICIAN, people.politician()),
                Map.entry(Role.BOARD, people.boardMember()),
                Map.entry(Role.CONSULTANT, people.consultant()),
                Map.entry(Role.RESEARCHER, people.researcher()));
        Centre other = elsewhere(people, municipality);
        this.named = List.of(
                new Named(people.karensCentre().code(), key(people.maja()), true),
                new Named(other.code(), key(worker(other, municipality)), false));
    }

    /**
     * @return how many routes and roles there are, the routes without a rule, and the answers that differ from the table
     */
    public static List<Figure> of(RunningProduct running) throws IOException, InterruptedException {
        Progress.tell("Asking for every route as every role");
        RightsWalk walk = new RightsWalk(running.uri(), running.personas(), running.municipality());
        var unruled = new TreeSet<>(RoutesOfClasses.all());
        Rights.table().forEach(rule -> unruled.remove(rule.route()));
        var wrong = walk.differences();
        unruled.forEach(route -> Progress.tell("  without a rule: " + route));
        wrong.forEach(difference -> Progress.tell("  otherwise than the table: " + difference));
        Progress.tell("  " + walk.tries + " requests");
        return List.of(
                new Figure("access.routes", Rights.table().size(), "routes"),
                new Figure("access.roles", Role.values().length, "roles"),
                new Figure("access.unruled", unruled.size(), "routes"),
                new Figure("access.rights_wrong", wrong.size(), "answers"));
    }

    private TreeSet<String> differences() throws IOException, InterruptedException {
        var wrong = new TreeSet<String>();
        for (Role role : Role.values()) {
            for (Rights.Rule rule : Rights.table()) {
                for (Named what : named) {
                    if (mayUse(role, rule, what) != isLetIn(role, rule, what)) {
                        wrong.add(role + " " + rule.route() + (what.own() ? "" : " of others"));
                    }
                }
            }
        }
        return wrong;
    }

    /** The demonstration's consultant is invited to Karen's centre. */
    private static boolean mayUse(Role role, Rights.Rule rule, Named what) {
        return rule.grants().stream()
                .filter(grant -> grant.role().map(role::equals).orElse(true))
                .map(Grant::reach)
                .anyMatch(reach -> switch (reach) {
                    case ANYONE, SIGNED_IN, EVERYWHERE -> true;
                    case OWN_CENTRE, OWN_AREA, OWN_STAFF -> what.own();
                    case INVITED, INVITED_WORKSHOP -> what.own() && rule.path().contains("{centre}");
                    case TOKEN -> false;
                });
    }

    private boolean isLetIn(Role role, Rights.Rule rule, Named what) throws IOException, InterruptedException {
        int status = status(role, rule, what);
        if (status == NOT_SIGNED_IN) { // the route before signed the person out
            sessions.remove(role);
            status = status(role, rule, what);
        }
        return status != REFUSED || isOpen(rule);
    }

    /** What is there for everybody may still refuse whom its own proof is missing. */
    private static boolean isOpen(Rights.Rule rule) {
        return rule.grants().stream().anyMatch(grant -> grant.reach() == Grant.Reach.ANYONE);
    }

    private int status(Role role, Rights.Rule rule, Named what) throws IOException, InterruptedException {
        tries++;
        String path = rule.path()
                .replace("{centre}", what.centre())
                .replace("{person}", what.person())
                .replace("{theme}", "MAT")
                .replaceAll("\\{[a-z]+}", "999999999");
        HttpRequest.Builder request = request(path)
                .header("Cookie", session(role))
                .header("Accept", "text/html, application/json, */*;q=0.5")
                .header("Content-Type", type(rule));
        request.method(rule.method(), BodyPublishers.ofString(rule.method().equals("GET") ? "" : body(rule)));
        HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
        boolean ledToSignIn = answer.headers().firstValue("Location").orElse("").contains("log-ind?til=");
        return ledToSignIn ? NOT_SIGNED_IN : answer.statusCode();
    }

    private static boolean takesFile(Rights.Rule rule) {
        return rule.path().equals("import") || rule.path().endsWith("/fil");
    }

    private static String type(Rights.Rule rule) {
        return takesFile(rule) ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded";
    }

    private static String body(Rights.Rule rule) {
        return takesFile(rule) ? "--x--\r\n" : "";
    }

    private String session(Role role) throws IOException, InterruptedException {
        if (!sessions.containsKey(role)) {
            sessions.put(role, signIn(people.get(role)));
        }
        return sessions.get(role);
    }

    private String signIn(Person person) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(
                request("log-ind")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("person=" + key(person)))
                        .build(),
                BodyHandlers.discarding());
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> cookie.contains("kvalitetsbro="))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(person.name() + " could not sign in"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Origin", root.getScheme() + "://" + root.getAuthority());
    }

    /** A centre of another area than Karen's. */
    private static Centre elsewhere(Personas people, DemoMunicipality municipality) {
        String own = area(people.karensCentre());
        return municipality.centres().stream()
                .filter(centre -> !area(centre).equals(own))
                .findFirst()
                .orElseThrow();
    }

    private static String area(Centre centre) {
        return centre.placements().get(centre.placements().size() - 1).areaCode();
    }

    private static Person worker(Centre centre, DemoMunicipality municipality) {
        return municipality.employments().stream()
                .filter(employment -> employment.centreCode().equals(Optional.of(centre.code())))
                .findFirst()
                .orElseThrow()
                .person();
    }

    private static String key(Person person) {
        return person.personKey().toString();
    }
}
