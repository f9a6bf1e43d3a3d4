package dk.kvalitetsbro.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.stream.Stream;

/** The same text in Danish and English. */
public record Bilingual(String da, String en) {
    /**
     * A sentence of the texts in both languages, for what is stored rather than shown.
     *
     * @param values filled in for {@code {0}}, {@code {1}} ...; a bilingual one in the sentence's own language
     */
    public static Bilingual of(String key, Object... values) {
        return new Bilingual(filled(Language.DANISH, key, values), filled(Language.ENGLISH, key, values));
    }

    private static String filled(Locale language, String key, Object... values) {
        Object[] told = Stream.of(values)
                .map(value -> value instanceof Bilingual text ? text.in(language) : value)
                .toArray();
        String sentence = TextBundles.in(language).getOrDefault(key, "??" + key + "??");
        return new MessageFormat(sentence, language).format(told);
    }

    public String in(Locale language) {
        return language.getLanguage().equals("en") ? en : da;
    }
}
