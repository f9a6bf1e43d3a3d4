package dk.kvalitetsbro.themes;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.themes.CoursesOnThemes.CourseOnTheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gathers what there is to tell about each theme. */
@ApplicationScoped
class ThemeViews {
    private final Themes themes;
    private final Goals goals;
    private final AskedThemes survey;
    private final CoursesOnThemes catalogue;

    @Inject
    ThemeViews(Themes themes, Goals goals, AskedThemes survey, CoursesOnThemes catalogue) {
        this.themes = themes;
        this.goals = goals;
        this.survey = survey;
        this.catalogue = catalogue;
    }

    public List<ThemeView> all() {
        List<Goal> every = goals.all();
        Set<ThemeCode> asked = survey.askedThemes();
        Map<ThemeCode, List<CourseOnTheme>> courses =
                catalogue.coursesOnThemes().stream().collect(groupingBy(CourseOnTheme::theme));
        return themes.kept().stream()
                .map(kept -> view(kept, every, asked, courses))
                .toList();
    }

    public Optional<ThemeView> find(String code) {
        return all().stream()
                .filter(view -> view.theme().code().value().equals(code))
                .findFirst();
    }

    /** @return what the theme's goals can be about: this theme first, then the others that have not ended or are theirs */
    public List<Theme> choices(ThemeView view) {
        Set<ThemeCode> served =
                view.goals().stream().flatMap(goal -> goal.themes().stream()).collect(toSet());
        Stream<Theme> others = themes.kept().stream()
                .filter(kept -> kept.state() != KeptTheme.State.ENDED
                        || served.contains(kept.theme().code()))
                .map(KeptTheme::theme)
                .filter(theme -> !theme.code().equals(view.theme().code()));
        return Stream.concat(Stream.of(view.theme()), others).toList();
    }

    private static ThemeView view(
            KeptTheme kept, List<Goal> every, Set<ThemeCode> asked, Map<ThemeCode, List<CourseOnTheme>> courses) {
        ThemeCode code = kept.theme().code();
        List<Goal> served = every.stream()
                .filter(goal -> goal.themes().contains(code))
                .sorted(comparing(Goal::level, Level.OWN_FIRST))
                .toList();
        return new ThemeView(
                kept,
                served.stream().filter(goal -> !goal.archived()).toList(),
                served.stream().filter(Goal::archived).toList(),
                asked.contains(code),
                courses.getOrDefault(code, List.of()));
    }
}
