package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.themes.StrategyView.Done;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** "Temaer og mål": what the municipality follows, what it wants with it, and which courses help. */
@Controller
@RequestScoped
@Path(StrategyView.PATH)
public class StrategyPage {
    private final Strategy strategy;
    private final ThemeViews views;
    private final StrategyView view;
    private final Texts texts;

    @Inject
    public StrategyPage(Strategy strategy, ThemeViews views, StrategyView view, Texts texts) {
        this.strategy = strategy;
        this.views = views;
        this.view = view;
        this.texts = texts;
    }

    @GET
    public String show() {
        return view.all();
    }

    @GET
    @Path("nyt")
    public String showNew() {
        return view.newTheme();
    }

    @POST
    public Response add(MultivaluedMap<String, String> fields) {
        ThemeForm typed = ThemeForm.typed(new Fields(fields));
        return view.answer(StrategyView.PATH + "/nyt", () -> add(typed), () -> view.newTheme(typed));
    }

    private Done add(ThemeForm typed) {
        OwnTheme theme = typed.read();
        ThemeCode code = typed.readCode();
        strategy.add(code, theme);
        return new Done(code, texts.of("themes.told.added", texts.pick(theme.name())));
    }

    @GET
    @Path("{theme}")
    public String show(@PathParam("theme") String code) {
        return view.theme(theme(code));
    }

    @POST
    @Path("{theme}")
    public Response change(@PathParam("theme") String code, MultivaluedMap<String, String> fields) {
        ThemeView theme = theme(code);
        if (theme.kept().kind() != KeptTheme.Kind.OWN) {
            throw new NotFoundException();
        }
        Fields form = new Fields(fields);
        ThemeForm typed = ThemeForm.typed(form);
        return view.answer(
                StrategyView.path(theme.theme().code()),
                () -> change(theme.theme().code(), form.version(), typed),
                () -> view.theme(theme, typed));
    }

    private Done change(ThemeCode code, int seen, ThemeForm typed) {
        strategy.change(code, seen, typed.read());
        return new Done(code, texts.get("themes.told.changed"));
    }

    /** The button says what is wanted, so that pressing it twice changes nothing. */
    @POST
    @Path("{theme}/fokus")
    public Response focus(@PathParam("theme") String code, MultivaluedMap<String, String> fields) {
        ThemeView theme = theme(code);
        boolean focus = new Fields(fields).yesOrNo("focus");
        return view.answer(
                StrategyView.path(theme.theme().code()), () -> focus(theme.theme(), focus), () -> view.theme(theme));
    }

    private Done focus(Theme theme, boolean focus) {
        strategy.focus(theme.code(), focus);
        String told = focus ? "themes.told.focused" : "themes.told.unfocused";
        return new Done(theme.code(), texts.of(told, texts.pick(theme.name())));
    }

    private ThemeView theme(String code) {
        return views.find(code).orElseThrow(NotFoundException::new);
    }
}
