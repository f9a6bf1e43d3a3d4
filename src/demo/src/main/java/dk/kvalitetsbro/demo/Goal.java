package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

import java.util.List;

/**
 * A goal that a workshop can tie its core task to.
 *
 * @param level  INTERNATIONAL, NATIONAL, KOMMUNAL or INSTITUTION
 * @param source where it is written down
 */
public record Goal(String code, String level, String source, String da, String en, List<String> themes) {
    public Goal {
        requireText(code, "goal code");
        requireText(level, "level");
        requireText(source, "source");
        requireText(da, "Danish wording");
        requireText(en, "English wording");
        themes = List.copyOf(themes);
    }
}
