package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What surrounds every page: who is signed in, where they can go, and what the last action had to tell. */
@Named("page")
@RequestScoped
public class PageFrame {
    /** @param current whether the page shown is this link's */
    public record Link(String href, String text, boolean current) {}

    private final CurrentActor actor;
    private final Sessions sessions;
    private final Texts texts;
    private final HttpServletRequest request;
    private final String municipality;
    private final boolean demo;

    @Inject
    public PageFrame(
            CurrentActor actor,
            Sessions sessions,
            Texts texts,
            HttpServletRequest request,
            @ConfigProperty(name = "municipality.name") String municipality,
            @ConfigProperty(name = "demo.mode") boolean demo) {
        this.actor = actor;
        this.sessions = sessions;
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

    /** @return the path and query of this page, to come back to after a change of language */
    public String getHere() {
        Object path = request.getAttribute("jakarta.servlet.forward.request_uri");
        Object query = request.getAttribute("jakarta.servlet.forward.query_string");
        return (path == null ? request.getRequestURI() : path.toString()) + (query == null ? "" : "?" + query);
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
        }
        if (someone.is(Role.ADMINISTRATION)) {
            add(menu, "runder", "access.menu.rounds");
            add(menu, "import", "access.menu.import");
            add(menu, "dagtilbud", "access.menu.centres");
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
        if (someone.is(Role.SYSTEM_ADMINISTRATOR)) {
            add(menu, "log", "access.menu.log");
        }
        return menu;
    }

    private static String firstCentre(Actor someone) {
        return (someone.leads().isEmpty() ? someone.worksAt() : someone.leads())
                .stream().map(CentreCode::value).sorted().findFirst().orElseThrow();
    }

    private void add(List<Link> menu, String path, String textKey) {
        String href = request.getContextPath() + "/app/" + path;
        menu.add(new Link(href, texts.get(textKey), getHere().startsWith(href)));
    }
}
