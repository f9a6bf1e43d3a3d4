package dk.kvalitetsbro.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Every sentence of the product in both languages: one file per package and language under {@code texts/}. */
public final class TextBundles {
    /** The packages that have texts; their keys begin with the package's name. */
    static final List<String> PACKAGES = List.of(
            "web",
            "privacy",
            "access",
            "oidc",
            "organisation",
            "themes",
            "outbox",
            "surveys",
            "results",
            "background",
            "workshops",
            "catalogue",
            "assignments",
            "competence",
            "moodle",
            "lti",
            "overview",
            "invitations");

    private static final Map<String, String> DANISH = read("da");
    private static final Map<String, String> ENGLISH = read("en");

    private TextBundles() {}

    static Map<String, String> in(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : DANISH;
    }

    private static Map<String, String> read(String language) {
        Map<String, String> texts = new HashMap<>();
        for (String name : PACKAGES) {
            Properties file = new Properties();
            try (InputStream stream =
                    TextBundles.class.getResourceAsStream("/texts/" + name + "_" + language + ".properties")) {
                if (stream != null) {
                    file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            file.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        }
        return Map.copyOf(texts);
    }
}
