package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

import java.util.Objects;

/**
 * One question to one group.
 *
 * @param reversed whether a high answer speaks against the theme
 */
public record Item(
        String themeCode, RespondentGroup group, String code, String da, String en, Scale scale, boolean reversed) {
    public Item {
        requireText(themeCode, "theme code");
        Objects.requireNonNull(group, "group");
        requireText(code, "item code");
        requireText(da, "Danish wording");
        requireText(en, "English wording");
        Objects.requireNonNull(scale, "scale");
    }
}
