package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.access.PageFrame;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Shows the themes and goals, all or one theme's, and again with what was typed when a form was refused. */
@RequestScoped
public class StrategyView {
    static final String PATH = "temaer-og-maal";

    private static final int UNPROCESSABLE = 422;

    private final ThemeViews views;
    private final Models models;
    private final Redirect redirect;
    private final PageFrame page;
    private final Texts texts;
    private final Clock clock;

    @Inject
    public StrategyView(ThemeViews views, Models models, Redirect redirect, PageFrame page, Texts texts, Clock clock) {
        this.views = views;
        this.models = models;
        this.redirect = redirect;
        this.page = page;
        this.texts = texts;
        this.clock = clock;
    }

    /** One goal and the form to change it, opened when what was typed into it was refused. */
    record GoalView(Goal goal, GoalForm form, boolean opened) {
        static GoalView of(Goal goal, Optional<GoalForm> typed) {
            return new GoalView(goal, typed.orElseGet(() -> GoalForm.of(goal)), typed.isPresent());
        }
    }

    /** What was done about a theme, as a sentence. */
    record Done(ThemeCode theme, String told) {}

    /** The themes of one kind. */
    record Section(KeptTheme.Kind kind, List<ThemeView> themes) {
        static Section of(KeptTheme.Kind kind, List<ThemeView> all) {
            return new Section(
                    kind,
                    all.stream().filter(view -> view.kept().kind() == kind).toList());
        }
    }

    String all() {
        List<ThemeView> all = views.all();
        models.put("focused", all.stream().filter(view -> view.theme().focus()).toList());
        models.put(
                "sections",
                Stream.of(KeptTheme.Kind.values())
                        .map(kind -> Section.of(kind, all))
                        .toList());
        return "themes/strategy.xhtml";
    }

    /** Shows the form for a theme of the municipality's own. */
    String newTheme() {
        return newTheme(ThemeForm.blank(LocalDate.now(clock)));
    }

    String newTheme(ThemeForm typed) {
        models.put("form", typed);
        return "themes/new.xhtml";
    }

    /** Shows one theme with the forms as they are to be. */
    String theme(ThemeView view) {
        return theme(view, Optional.empty(), Optional.empty(), "");
    }

    String theme(ThemeView view, ThemeForm typed) {
        return theme(view, Optional.of(typed), Optional.empty(), "");
    }

    /** @param goal the code of the goal that the form was about, empty for a new one */
    String theme(ThemeView view, GoalForm typed, String goal) {
        return theme(view, Optional.empty(), Optional.of(typed), goal);
    }

    private String theme(ThemeView view, Optional<ThemeForm> theme, Optional<GoalForm> goal, String goalCode) {
        models.put("shown", view);
        models.put("levels", Level.values());
        models.put("choices", views.choices(view));
        models.put("themeForm", theme.orElseGet(() -> ThemeForm.of(view.kept())));
        models.put("themeOpened", theme.isPresent());
        models.put("atTop", theme.isEmpty() && goal.isEmpty());
        models.put(
                "goals",
                view.goals().stream()
                        .map(each -> GoalView.of(
                                each, goal.filter(typed -> each.code().equals(goalCode))))
                        .toList());
        models.put(
                "newGoal",
                goal.filter(typed -> goalCode.isEmpty())
                        .orElseGet(() -> GoalForm.blank(view.theme().code())));
        models.put("newGoalOpened", goal.isPresent() && goalCode.isEmpty());
        return "themes/theme.xhtml";
    }

    static String path(ThemeCode theme) {
        return PATH + "/" + theme;
    }

    /**
     * Does what a form asks for, and leads to the theme's page. When that is refused, the form's page is shown again with
     * the reason and with what was typed.
     *
     * @param path   of the form's page
     * @param change returns what was done, and about which theme
     * @param again  shows the form's page
     */
    Response answer(String path, Supplier<Done> change, Supplier<String> again) {
        try {
            Done done = change.get();
            return redirect.toldOf(path(done.theme()), done.told());
        } catch (Refusal refusal) {
            models.put("refusal", texts.of(refusal.key(), refusal.arguments()));
            page.comeBackTo(path);
            return Response.status(UNPROCESSABLE).entity(again.get()).build();
        }
    }
}
