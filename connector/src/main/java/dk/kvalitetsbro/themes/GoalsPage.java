package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.themes.StrategyView.Done;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** The forms for a theme's goals: new ones, other words, into the archive and out of it. */
@Controller
@RequestScoped
@Path(StrategyView.PATH + "/{theme}/maal")
public class GoalsPage {
    private final Goals goals;
    private final Themes themes;
    private final ThemeViews views;
    private final StrategyView view;
    private final Texts texts;

    @Inject
    public GoalsPage(Goals goals, Themes themes, ThemeViews views, StrategyView view, Texts texts) {
        this.goals = goals;
        this.themes = themes;
        this.views = views;
        this.view = view;
        this.texts = texts;
    }

    @POST
    public Response add(@PathParam("theme") String code, MultivaluedMap<String, String> fields) {
        GoalForm typed = GoalForm.typed(new Fields(fields));
        ThemeView theme = theme(code);
        return answer(
                theme,
                "themes.told.goalAdded",
                () -> goals.add(typed.read(themes.byCode().keySet())),
                () -> view.theme(theme, typed, ""));
    }

    @POST
    @Path("{goal}")
    public Response change(
            @PathParam("theme") String code, @PathParam("goal") String goal, MultivaluedMap<String, String> fields) {
        Fields form = new Fields(fields);
        GoalForm typed = GoalForm.typed(form);
        ThemeView theme = theme(code, goal);
        return answer(
                theme,
                "themes.told.goalChanged",
                () -> goals.change(
                        goal, form.version(), typed.read(themes.byCode().keySet())),
                () -> view.theme(theme, typed, goal));
    }

    @POST
    @Path("{goal}/arkiver")
    public Response archive(@PathParam("theme") String code, @PathParam("goal") String goal) {
        ThemeView theme = theme(code, goal);
        return answer(theme, "themes.told.goalArchived", () -> goals.archive(goal), () -> view.theme(theme));
    }

    @POST
    @Path("{goal}/genoptag")
    public Response reopen(@PathParam("theme") String code, @PathParam("goal") String goal) {
        ThemeView theme = theme(code, goal);
        return answer(theme, "themes.told.goalReopened", () -> goals.reopen(goal), () -> view.theme(theme));
    }

    private Response answer(ThemeView theme, String told, Runnable change, Supplier<String> again) {
        ThemeCode code = theme.theme().code();
        return view.answer(
                StrategyView.path(code),
                () -> {
                    change.run();
                    return new Done(code, texts.get(told));
                },
                again);
    }

    private ThemeView theme(String code) {
        return views.find(code).orElseThrow(NotFoundException::new);
    }

    /** @return the theme, if the goal is one of its */
    private ThemeView theme(String code, String goal) {
        return views.find(code).filter(theme -> theme.has(goal)).orElseThrow(NotFoundException::new);
    }
}
