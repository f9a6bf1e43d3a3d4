package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

import java.util.List;

/**
 * A course in the municipality's Moodle.
 *
 * @param hours  hours of work for the participant
 * @param format how it is held, for example E_LAERING or WORKSHOP
 * @param themes codes of the themes it helps with; at least one
 */
public record Course(String code, String titleDa, String titleEn, int hours, String format, List<String> themes) {
    public Course {
        requireText(code, "course code");
        requireText(titleDa, "Danish title");
        requireText(titleEn, "English title");
        requireText(format, "format");
        themes = List.copyOf(themes);
        if (hours <= 0 || themes.isEmpty()) {
            throw new IllegalArgumentException("course " + code + " needs hours and a theme");
        }
    }

    /** The same content offered once more under its own code. */
    Course variant(String newCode, int number) {
        return new Course(newCode, titleDa + " " + number, titleEn + " " + number, hours, format, themes);
    }
}
