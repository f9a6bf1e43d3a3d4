package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * The form for a theme of the municipality's own, as it is shown and as it was typed.
 *
 * @param nameEn empty where it is the Danish name too
 */
record ThemeForm(String code, String name, String nameEn, String description, String from, String to) {
    /** Moodle takes no longer name of a competency. */
    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int LONGEST_CODE = 40;

    static ThemeForm blank(LocalDate today) {
        return new ThemeForm("", "", "", "", today.toString(), "");
    }

    static ThemeForm of(KeptTheme kept) {
        Bilingual name = kept.theme().name();
        return new ThemeForm(
                kept.theme().code().value(),
                name.da(),
                name.en().equals(name.da()) ? "" : name.en(),
                kept.theme().description(),
                kept.from().map(LocalDate::toString).orElse(""),
                kept.to().map(LocalDate::toString).orElse(""));
    }

    static ThemeForm typed(Fields form) {
        return new ThemeForm(
                form.text("code"),
                form.text("name"),
                form.text("nameEn"),
                form.text("description"),
                form.text("from"),
                form.text("to"));
    }

    /** @throws Refusal naming the first thing that is to be put right */
    OwnTheme read() {
        String danish = forMoodle(FreeText.required(name, LONGEST_NAME));
        String english = forMoodle(FreeText.optional(nameEn, LONGEST_NAME));
        String about = forMoodle(FreeText.optional(description, LONGEST_DESCRIPTION));
        LocalDate begins = date(from);
        Optional<LocalDate> ends = to.isBlank() ? Optional.empty() : Optional.of(date(to));
        if (ends.isPresent() && ends.get().isBefore(begins)) {
            throw new Refusal("themes.period.backwards");
        }
        return new OwnTheme(new Bilingual(danish, english.isEmpty() ? danish : english), about, begins, ends);
    }

    /** @throws Refusal when it is no code; small letters become capitals */
    ThemeCode readCode() {
        try {
            return new ThemeCode(FreeText.required(code, LONGEST_CODE).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException notOne) {
            throw new Refusal("themes.code.shape");
        }
    }

    /** Moodle turns down all themes at once for one whose text looks like a tag. */
    private static String forMoodle(String text) {
        if (text.matches("(?s).*[<>].*")) {
            throw new Refusal("themes.text.brackets");
        }
        return text;
    }

    private static LocalDate date(String text) {
        try {
            if (text.matches("(19|20|21)\\d\\d-\\d\\d-\\d\\d")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            throw new Refusal("themes.period.notADate");
        }
        throw new Refusal("themes.period.notADate");
    }
}
