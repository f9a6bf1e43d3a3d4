package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.themes.Theme;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The courses that match, page by page: first those that could be given and that no theme leads to, last those that are
 * gone, and within each in the order given.
 */
record CourseList(List<Line> lines, int matching, int page, int pages) {
    static final int LINES_PER_PAGE = 25;

    /** @param gone whether the platform no longer has the course */
    record Line(Course course, boolean gone, List<Theme> themes) {
        /** @return whether the course could help somebody if only a theme led to it */
        boolean lost() {
            return course.canBeGiven() && themes.isEmpty();
        }
    }

    /**
     * What to show.
     *
     * @param theme a theme's code, {@link #NO_THEME}, or empty for all
     * @param text  a part of the course's name or code; empty for all
     * @param page  from 1; one that does not exist shows the last
     */
    record Search(String theme, String text, int page) {
        static final String NO_THEME = "-";

        static Search theme(String code) {
            return new Search(code, "", 1);
        }

        boolean matches(Line line) {
            return matchesTheme(line) && matchesText(line.course());
        }

        private boolean matchesTheme(Line line) {
            if (theme.equals(NO_THEME)) {
                return line.lost();
            }
            return theme.isEmpty()
                    || line.themes().stream()
                            .anyMatch(attached -> attached.code().value().equals(theme));
        }

        private boolean matchesText(Course course) {
            String part = text.strip().toLowerCase(Locale.ROOT);
            return course.name().toLowerCase(Locale.ROOT).contains(part)
                    || course.code().toLowerCase(Locale.ROOT).contains(part);
        }
    }

    /** Every course with its themes, in the order in which they are listed. */
    static List<Line> lines(List<Course> courses, Set<Long> gone, List<Theme> themes) {
        return courses.stream()
                .map(course -> new Line(course, gone.contains(course.id()), attached(course, themes)))
                .sorted(Comparator.comparing(Line::lost).reversed().thenComparing(Line::gone))
                .toList();
    }

    /** @return whether the platform shows hidden courses at all; if not, one that is gone may only have been hidden */
    static boolean showsHidden(List<Line> all) {
        return all.stream().anyMatch(line -> !line.gone() && !line.course().visible());
    }

    static CourseList of(List<Line> all, Search search) {
        List<Line> matching = all.stream().filter(search::matches).toList();
        int pages = Math.max(1, (matching.size() + LINES_PER_PAGE - 1) / LINES_PER_PAGE);
        int page = Math.min(Math.max(search.page(), 1), pages);
        int from = (page - 1) * LINES_PER_PAGE;
        int to = Math.min(from + LINES_PER_PAGE, matching.size());
        return new CourseList(matching.subList(from, to), matching.size(), page, pages);
    }

    private static List<Theme> attached(Course course, List<Theme> themes) {
        return themes.stream()
                .filter(theme -> course.themes().contains(theme.code()))
                .toList();
    }
}
