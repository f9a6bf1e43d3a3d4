package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import dk.kvalitetsbro.moodle.fake.View.CourseRow;
import dk.kvalitetsbro.moodle.fake.View.Standing;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The pages for people: sign in, see one's courses, open one and complete it. */
final class Pages implements HttpHandler {
    private static final String MY_COURSES = "/my/";

    private final Site site;
    private final Tables tables;
    private final Seeds seeds;
    private final URI baseUri;
    private final LtiPlatform platform;
    private final LtiLaunches launches;
    private final LtiFrames frames;
    private final SignIns signIns = new SignIns();

    Pages(Site site, URI baseUri, LtiPlatform platform, MoodleVersion version) {
        this.site = site;
        this.platform = platform;
        this.launches = new LtiLaunches(platform, site, baseUri, version);
        this.frames = new LtiFrames(platform, launches);
        this.tables = site.tables();
        this.seeds = new Seeds(site);
        this.baseUri = baseUri;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Request.of(exchange);
            Response response;
            synchronized (site) {
                response = answer(request);
            }
            response.send(exchange);
        }
    }

    private Response answer(Request request) {
        if (!request.isForUs(baseUri)) {
            return notice(403, "Siden kan ikke vises", "Åbn stand-in'en på " + baseUri + ".");
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /style.css" -> Response.style();
            case "GET /submit.js" -> Response.script(LtiLaunches.SCRIPT);
            case "GET /frames.js" -> Response.script(LtiFrames.SCRIPT);
            case "GET " + LtiLaunches.AUTH -> launches.answer(person(request), request);
            case "GET /login/index.php" -> Response.page(200, View.signIn(request.text("wantsurl"), ""));
            case "POST /login/index.php" -> signIn(request);
            case "POST /login/logout.php" -> signIns.signOut(request, Response.seeOther("/login/index.php"));
            default -> person(request).map(person -> answer(person, request)).orElseGet(() -> toSignIn(request));
        };
    }

    private Optional<Account> person(Request request) {
        return signIns.person(request).flatMap(tables.accounts::find);
    }

    private Response answer(Account person, Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /", "GET /my", "GET /my/" -> myCourses(person);
            case "GET " + LtiLaunches.OPEN -> launches.open(person, request).orElseGet(Pages::notFound);
            case "GET /course/view.php" ->
                course(request).map(course -> view(person, course)).orElseGet(Pages::notFound);
            case "POST /course/complete.php" ->
                course(request).map(course -> complete(person, course)).orElseGet(Pages::notFound);
            default -> frames.answer(person, request).orElseGet(Pages::notFound);
        };
    }

    private Response signIn(Request request) {
        var wantsUrl = request.text("wantsurl");
        var people = find(request.text("person"));
        if (people.isEmpty()) {
            return Response.page(422, View.signIn(wantsUrl, "Ingen har det brugernavn eller navn."));
        }
        if (people.size() > 1) {
            return Response.page(200, View.choose(people, wantsUrl));
        }
        return signIns.signIn(people.get(0).id(), Response.seeOther(ownPath(wantsUrl)));
    }

    private List<Account> find(String usernameOrName) {
        var name = Tables.lowerCase(usernameOrName);
        return tables.accountsByUsername.first(name).map(List::of).orElseGet(() -> tables.accountsByName.list(name));
    }

    private static Response toSignIn(Request request) {
        if (!request.method().equals("GET")) {
            return Response.seeOther("/login/index.php");
        }
        var wanted = request.exchange().getRequestURI().toString();
        return Response.seeOther("/login/index.php?wantsurl=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /** Only a path of this server, so that signing in can't lead anybody elsewhere. */
    private static String ownPath(String wantsUrl) {
        return wantsUrl.matches("/[A-Za-z0-9][A-Za-z0-9/._?=&%-]*") ? wantsUrl : MY_COURSES;
    }

    private Response myCourses(Account person) {
        var rows = tables.coursesOf(person.id()).stream()
                .map(course -> new CourseRow(course, standing(person, course)))
                .toList();
        return Response.page(200, View.myCourses(person, rows, LtiLaunches.isOffered(platform)));
    }

    private Response view(Account person, CourseMade course) {
        return Response.page(200, View.course(person, course, standing(person, course)));
    }

    private Response complete(Account person, CourseMade course) {
        if (standing(person, course) == Standing.NOT_ENROLLED) {
            return notice(403, "Du er ikke tilmeldt", "Kun den, der er tilmeldt, kan gennemføre et kursus.");
        }
        seeds.complete(person.id(), course.id(), site.now(), true);
        return Response.seeOther("/course/view.php?id=" + course.id());
    }

    private Optional<CourseMade> course(Request request) {
        return request.id("id").flatMap(tables.courses::find);
    }

    private Standing standing(Account person, CourseMade course) {
        if (tables.enrolment(person.id(), course.id()).isEmpty()) {
            return Standing.NOT_ENROLLED;
        }
        return tables.completion(person.id(), course.id()).isPresent() ? Standing.COMPLETED : Standing.ONGOING;
    }

    private static Response notFound() {
        return notice(404, "Siden findes ikke", "Kontrollér adressen.");
    }

    private static Response notice(int status, String title, String sentence) {
        return Response.page(status, View.notice(title, sentence));
    }
}
