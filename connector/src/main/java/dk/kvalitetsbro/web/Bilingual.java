package dk.kvalitetsbro.web;

import java.util.Locale;

/** The same text in Danish and English. */
public record Bilingual(String da, String en) {
    public String in(Locale language) {
        return language.getLanguage().equals("en") ? en : da;
    }
}
