package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.themes.CoursesOnThemes.CourseOnTheme;
import java.util.List;
import java.util.stream.Stream;

/**
 * A theme with what follows it.
 *
 * @param goals those pursued, the municipality's own first
 * @param asked whether the survey has items on it
 */
record ThemeView(KeptTheme kept, List<Goal> goals, List<Goal> archived, boolean asked, List<CourseOnTheme> courses) {
    Theme theme() {
        return kept.theme();
    }

    long open() {
        return courses.stream().filter(CourseOnTheme::open).count();
    }

    boolean has(String goal) {
        return Stream.concat(goals.stream(), archived.stream())
                .anyMatch(each -> each.code().equals(goal));
    }

    boolean canBeInFocus() {
        return kept.state() != KeptTheme.State.ENDED;
    }
}
