package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What surrounds every page: who is signed in, where they can go, and what the last action had to tell. */
@Named("page")
@RequestScoped
public class PageFrame {
    /** What browsers call the places within another page. */
    private static final Set<String> FRAMES = Set.of("iframe", "frame", "object", "embed");

    /** @param current whether the page shown is this link's */
    public record Link(String href, String text, boolean current) {}

    private final CurrentActor actor;
    private final Sessions sessions;
    private final Gatekeeper gatekeeper;
    private final Texts texts;
    private final HttpServletRequest request;
    private final String municipality;
    private final boolean demo;
    private Optional<String> back = Optional.empty();

    @Inject
    public PageFrame(
            CurrentActor actor,
            Sessions sessions,
            Gatekeeper gatekeeper,
            Texts texts,
            HttpServletRequest request,
            @ConfigProperty(name = "municipality.name") String municipality,
            @ConfigProperty(name = "demo.mode") boolean demo) {
        this.actor = actor;
        this.sessions = sessions;
        this.gatekeeper = gatekeeper;
        this.texts = texts;
        this.request = request;
        this.municipality = municipality;
        this.demo = demo;
    }

    public String getMunicipality() {
        return municipality;
    }

    public boolean isDemo() {
        return demo;
    }

    public boolean isSignedIn() {
        return actor.find().isPresent();
    }

    /**
     * @return whether the browser says that the answer goes into a frame, where no other page of ours may follow; none is
     *     said where it does not know
     */
    public boolean isFramed() {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Dest"))
                .filter(FRAMES::contains)
                .isPresent();
    }

    /** @return such as "Karen Holm, leder" */
    public String getWho() {
        return actor.find()
                .map(someone -> someone.name() + ", "
                        + someone.roles().stream()
                                .sorted()
                                .map(role -> texts.get("access.role." + role))
                                .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    public String getLanguage() {
        return texts.locale().getLanguage();
    }

    /**
     * Names the page to come back to after a change of language, where a form is answered with a page and the form's own
     * address is not enough, or where the address counts once.
     *
     * @param path below the application's own root, without a leading slash, perhaps with a query
     */
    public void comeBackTo(String path) {
        back = Optional.of(path);
    }

    /** @return the path and query of a page that answers, to come back to after a change of language */
    public String getHere() {
        if (request.getMethod().equals("GET") && back.isEmpty()) {
            Object query = request.getAttribute("jakarta.servlet.forward.query_string");
            return asked() + (query == null ? "" : "?" + query);
        }
        return root() + back.or(this::pageWithTheForm).orElseGet(this::nearestPage);
    }

    private String asked() {
        Object path = request.getAttribute("jakarta.servlet.forward.request_uri");
        return path == null ? request.getRequestURI() : path.toString();
    }

    /** A form was answered: it stood on the page that the browser says it came from. */
    private Optional<String> pageWithTheForm() {
        return Optional.ofNullable(request.getHeader("Referer"))
                .flatMap(PageFrame::uri)
                .filter(from -> from.getRawPath() != null && from.getRawPath().startsWith(root()))
                .filter(from -> Rights.isPage(from.getRawPath().substring(root().length())))
                .map(from -> from.getRawPath().substring(root().length())
                        + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private String nearestPage() {
        String path = asked().substring(Math.min(root().length(), asked().length()));
        while (!Rights.isPage(path)) {
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        return path;
    }

    private String root() {
        return request.getContextPath() + "/app/";
    }

    public @Nullable Notice getNotice() {
        Optional<Session> session = actor.session();
        Optional<Session.Notice> notice = session.flatMap(Session::notice);
        notice.ifPresent(shown -> sessions.noticeWasShown(session.orElseThrow()));
        return notice.map(told -> new Notice(told.success(), told.text())).orElse(null);
    }

    /** What the last action had to tell. */
    public record Notice(boolean success, String text) {}

    public List<Link> getMenu() {
        return actor.find().map(this::menu).orElse(List.of());
    }

    private List<Link> menu(Actor someone) {
        List<Link> menu = new ArrayList<>();
        atCentres(menu, someone);
        if (someone.is(Role.AREA_LEADER)) {
            add(menu, "omraade", "access.menu.area");
            add(menu, "dagtilbud", "access.menu.centres");
        }
        if (someone.is(Role.ADMINISTRATION)) {
            add(menu, "runder", "access.menu.rounds");
            add(menu, "import", "access.menu.import");
            add(menu, "dagtilbud", "access.menu.centres");
            add(menu, Chapter.MUNICIPALITY);
            add(menu, "temaer-og-maal", "access.menu.strategy");
        }
        if (someone.is(Role.HR)) {
            add(menu, "daekning", "access.menu.coverage");
        }
        if (someone.is(Role.HR) || someone.is(Role.ADMINISTRATION)) {
            add(menu, "temaer-og-kurser", "access.menu.courses");
            add(menu, "arbejdsliste", "access.menu.worklist");
        }
        if (someone.is(Role.ADMINISTRATION) || someone.is(Role.SYSTEM_ADMINISTRATOR)) {
            add(menu, "moodle", "access.menu.moodle");
        }
        aboutPeopleAndAccess(menu, someone);
        invited(menu, someone);
        if (!someone.is(Role.ADMINISTRATION) && may("kommune/overblik")) {
            add(menu, "kommune/overblik", "kommune/", "access.menu.municipality");
        }
        return menu;
    }

    /** The administration has many pages, and these it seldom needs: they share one entry. */
    private void aboutPeopleAndAccess(List<Link> menu, Actor someone) {
        if (someone.is(Role.SYSTEM_ADMINISTRATOR) && !someone.is(Role.ADMINISTRATION)) {
            add(menu, "api-adgang", "access.menu.tokens");
        }
        if (someone.is(Role.DATA_PROTECTION_OFFICER)) {
            add(menu, "log", "access.menu.log");
        }
        if (someone.is(Role.ADMINISTRATION)) {
            add(menu, Chapter.PEOPLE_AND_ACCESS);
        } else if (someone.is(Role.DATA_PROTECTION_OFFICER)) {
            add(menu, "persondata", "access.menu.people");
            add(menu, "henvendelser", "access.menu.requests");
        }
    }

    private void atCentres(List<Link> menu, Actor someone) {
        boolean leads = !someone.leads().isEmpty();
        if (leads) {
            add(menu, "dagtilbud/" + firstCentre(someone) + "/overblik", "access.menu.overview");
        }
        if (!someone.worksAt().isEmpty()) {
            add(menu, "mine-forloeb", "access.menu.myLearning");
            String centre = firstCentre(someone);
            add(menu, "dagtilbud/" + centre + "/resultater", "access.menu.results");
            add(menu, "dagtilbud/" + centre + "/workshops", "access.menu.workshops");
        }
        if (leads) {
            add(menu, "dagtilbud/" + firstCentre(someone) + "/opfoelgning", "access.menu.followUp");
            add(menu, "dagtilbud/" + firstCentre(someone) + "/invitationer", "access.menu.invitations");
        }
        someone.centresAs(Role.BOARD).stream()
                .map(CentreCode::value)
                .sorted()
                .forEach(centre -> add(menu, "dagtilbud/" + centre + "/bestyrelse", "access.menu.board"));
    }

    /** What a consultant is invited to: several centres stand on a list, of one there are its pages. */
    private void invited(List<Link> menu, Actor someone) {
        if (!someone.is(Role.CONSULTANT)) {
            return;
        }
        String home = Home.of(someone);
        if (home.endsWith("/resultater")) {
            add(menu, home, "access.menu.invitedResults");
            add(menu, home.replace("/resultater", "/workshops"), "access.menu.workshops");
        } else if (home.contains("/workshops/")) {
            add(menu, home, "access.menu.workshop");
        }
        if (someone.invited().size() > 1 || home.equals("dagtilbud")) {
            add(menu, "dagtilbud", "access.menu.centres");
        }
    }

    /** @return the pages of the chapter that is read: those that the reader may read */
    public List<Link> getChapter() {
        List<Link> links = new ArrayList<>();
        chapter().ifPresent(chapter -> chapter.pages().stream()
                .filter(page -> may(page.path()))
                .forEach(page -> add(links, page.path(), page.textKey())));
        return links.size() > 1 ? links : List.of();
    }

    /** @return the chapter's name, or nothing outside one */
    public String getChapterName() {
        return chapter().map(chapter -> texts.get(chapter.textKey())).orElse("");
    }

    private Optional<Chapter> chapter() {
        return Stream.of(Chapter.values()).filter(this::isRead).findFirst();
    }

    /** Only the administration has the pages about people and access behind one entry. */
    private boolean isRead(Chapter chapter) {
        return getHere().startsWith(root())
                && chapter.has(getHere().substring(root().length()))
                && actor.find()
                        .filter(someone -> chapter == Chapter.MUNICIPALITY || someone.is(Role.ADMINISTRATION))
                        .isPresent();
    }

    /** Whether the reader may read a route that names nothing, by the table of rights. */
    public boolean may(String route) {
        return gatekeeper.decide("GET", route, actor.find(), InPath.NOTHING) == Gatekeeper.Decision.LET_IN;
    }

    /**
     * Whether the reader may use a route for a centre, so that a page offers nothing that would be refused.
     *
     * @param method such as {@code GET}
     * @param route  as the table of rights writes it
     */
    public boolean may(String method, String route, CentreCode centre) {
        return gatekeeper.decide(method, route, actor.find(), InPath.centre(centre)) == Gatekeeper.Decision.LET_IN;
    }

    private static String firstCentre(Actor someone) {
        return Home.first(someone.leads().isEmpty() ? someone.worksAt() : someone.leads())
                .value();
    }

    private void add(List<Link> menu, Chapter chapter) {
        String first = chapter.pages().get(0).path();
        menu.add(new Link(root() + first, texts.get(chapter.textKey()), isRead(chapter)));
    }

    private void add(List<Link> menu, String path, String textKey) {
        add(menu, path, path, textKey);
    }

    /** @param chapter what the paths of all pages begin with that the link leads to */
    private void add(List<Link> menu, String path, String chapter, String textKey) {
        menu.add(new Link(root() + path, texts.get(textKey), getHere().startsWith(root() + chapter)));
    }
}
