package dk.kvalitetsbro.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.catalogue.CourseList.Line;
import dk.kvalitetsbro.catalogue.CourseList.Search;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** Which courses help with which theme, and where that is changed. */
@Controller
@RequestScoped
@Path("temaer-og-kurser")
public class CoursesPage {
    /** One choice of the theme filter, with the number of courses it would show. */
    public record Choice(String code, String name, long courses, boolean focus, boolean current) {}

    private final Catalogue catalogue;
    private final OfferedCourses offered;
    private final Attachments attachments;
    private final Proposals proposals;
    private final Themes themes;
    private final CurrentActor actor;
    private final Models models;
    private final Redirect redirect;
    private final Texts texts;

    @Inject
    public CoursesPage(
            Catalogue catalogue,
            OfferedCourses offered,
            Attachments attachments,
            Proposals proposals,
            Themes themes,
            CurrentActor actor,
            Models models,
            Redirect redirect,
            Texts texts) {
        this.catalogue = catalogue;
        this.offered = offered;
        this.attachments = attachments;
        this.proposals = proposals;
        this.themes = themes;
        this.actor = actor;
        this.models = models;
        this.redirect = redirect;
        this.texts = texts;
    }

    @GET
    public String show(
            @QueryParam("tema") @DefaultValue("") String theme,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("side") @DefaultValue("1") int page) {
        Search search = new Search(theme, text, page);
        List<Theme> all = themes.inUse();
        List<Line> lines = CourseList.lines(catalogue.courses(), offered.gone(), all);
        CourseList list = CourseList.of(lines, search);
        models.put("search", search);
        models.put("choices", choices(lines, all, search));
        models.put("themes", all);
        models.put("list", list);
        models.put("previous", path(new Search(theme, text, list.page() - 1)));
        models.put("next", path(new Search(theme, text, list.page() + 1)));
        models.put("proposals", proposals.open());
        models.put("anyCourses", !lines.isEmpty());
        models.put("seesHidden", CourseList.showsHidden(lines));
        models.put("mayRead", mayReadCourses());
        return "catalogue/courses.xhtml";
    }

    private boolean mayReadCourses() {
        return actor.get().is(Role.ADMINISTRATION) || actor.get().is(Role.SYSTEM_ADMINISTRATOR);
    }

    private List<Choice> choices(List<Line> lines, List<Theme> all, Search search) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice("", texts.get("catalogue.allCourses"), false, lines, search));
        choices.add(choice(Search.NO_THEME, texts.get("catalogue.withoutTheme"), false, lines, search));
        all.forEach(theme ->
                choices.add(choice(theme.code().value(), texts.pick(theme.name()), theme.focus(), lines, search)));
        return choices;
    }

    private static Choice choice(String code, String name, boolean focus, List<Line> lines, Search search) {
        long courses = lines.stream().filter(Search.theme(code)::matches).count();
        return new Choice(code, name, courses, focus, search.theme().equals(code));
    }

    @POST
    @Path("{course}")
    public Response attach(
            @PathParam("course") long id,
            @FormParam("theme") List<String> themeCodes,
            @FormParam("tema") @DefaultValue("") String theme,
            @FormParam("q") @DefaultValue("") String text,
            @FormParam("side") @DefaultValue("1") int page) {
        Course course = catalogue.find(id).orElseThrow(NotFoundException::new);
        attachments.replace(course, themeCodes);
        return redirect.toldOf(
                path(new Search(theme, text, page)),
                texts.of("catalogue.themesSaved", course.name(), themeCodes.size()));
    }

    private static String path(Search search) {
        return "temaer-og-kurser?tema=" + URLEncoder.encode(search.theme(), UTF_8)
                + "&q=" + URLEncoder.encode(search.text(), UTF_8)
                + "&side=" + search.page();
    }
}
