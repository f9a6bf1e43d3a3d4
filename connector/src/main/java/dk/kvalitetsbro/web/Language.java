package dk.kvalitetsbro.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** The language of this request: Danish unless the person has chosen English. */
@RequestScoped
public class Language {
    public static final String COOKIE = "sprog";
    public static final Locale DANISH = Locale.forLanguageTag("da-DK");
    public static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private Locale locale = DANISH;
    private boolean chosen;

    void choose(String code) {
        locale = code.equals("en") ? ENGLISH : DANISH;
        chosen = true;
    }

    /** What a person is likely to read, as another system knows them; what they chose here counts more. */
    public void suggest(Locale likely) {
        if (!chosen) {
            locale = likely;
        }
    }

    public Locale locale() {
        return locale;
    }

    public boolean isEnglish() {
        return locale.equals(ENGLISH);
    }
}
