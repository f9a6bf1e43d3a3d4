package dk.kvalitetsbro.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser calls itself, in as many words as people need to know it again; no more is kept.
 *
 * @param name   such as Firefox, empty when unknown
 * @param system such as Windows, empty when unknown
 */
record Browser(String name, String system) {
    /** A word to look for, and what it tells. Many browsers name others too: the first that fits is the one. */
    private record Sign(String word, String meaning) {}

    private static final List<Sign> NAMES = List.of(
            new Sign("MoodleMobile", "Moodle-app"),
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser", "Samsung Internet"),
            new Sign("Firefox", "Firefox"),
            new Sign("FxiOS", "Firefox"),
            new Sign("CriOS", "Chrome"),
            new Sign("Chrome", "Chrome"),
            new Sign("Safari", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS", "macOS"),
            new Sign("Linux", "Linux"));

    static Browser of(@Nullable String userAgent) {
        return new Browser(told(NAMES, userAgent), told(SYSTEMS, userAgent));
    }

    private static String told(List<Sign> signs, @Nullable String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent != null && userAgent.contains(sign.word()))
                .map(Sign::meaning)
                .findFirst()
                .orElse("");
    }
}
