package dk.kvalitetsbro.themes;

import java.util.List;

/** The edge to the courses that help with themes. */
public interface CoursesOnThemes {
    /** @param open whether it can be given to staff now */
    record CourseOnTheme(ThemeCode theme, String name, boolean open) {}

    /** @return a line for each course and theme that are attached to each other, by the course's name */
    List<CourseOnTheme> coursesOnThemes();
}
