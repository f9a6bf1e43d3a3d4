package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences of the product, in both languages. */
class TextsTest {
    private static final Map<String, String> DANISH = TextBundles.in(Language.DANISH);
    private static final Map<String, String> ENGLISH = TextBundles.in(Language.ENGLISH);

    @Test
    void every_sentence_exists_in_danish_and_in_english() {
        assertEquals(new TreeSet<>(DANISH.keySet()), new TreeSet<>(ENGLISH.keySet()));
    }

    @Test
    void every_key_that_a_page_names_has_a_sentence() throws IOException {
        Pattern inPages = Pattern.compile("t(?:\\.of\\(|\\[)'([a-z]+\\.[A-Za-z0-9_.]+)'(?!\\.concat)");
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp/WEB-INF/views"))) {
            pages.filter(file -> file.toString().endsWith(".xhtml")).forEach(file -> inPages.matcher(read(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !DANISH.containsKey(name))
                    .forEach(unknown::add));
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void every_action_that_the_log_may_tell_has_a_sentence() throws IOException {
        Pattern entry = Pattern.compile("audit\\s*\\.add(?:All|AtTheDoor)?\\(([^;]*;)");
        Pattern action = Pattern.compile("\"([a-z]+\\.[A-Za-z]+)\"");
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> classes = Files.walk(Path.of("src/main/java"))) {
            classes.filter(Files::isRegularFile).forEach(file -> entry.matcher(read(file))
                    .results()
                    .flatMap(found -> action.matcher(found.group(1)).results())
                    .map(found -> "access.log.did." + found.group(1))
                    .filter(name -> !DANISH.containsKey(name))
                    .forEach(unknown::add));
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void a_sentence_with_values_doubles_its_apostrophes() {
        Set<String> broken = Stream.concat(DANISH.entrySet().stream(), ENGLISH.entrySet().stream())
                .filter(text -> text.getValue().matches("(?s).*\\{[0-9].*"))
                .filter(text -> text.getValue().replace("''", "").contains("'"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), broken);
    }

    @Test
    void both_languages_fill_in_the_same_values() {
        DANISH.forEach((key, danish) -> assertEquals(places(danish), places(ENGLISH.get(key)), key));
    }

    @Test
    void a_moment_after_danish_midnight_is_told_as_the_danish_day() {
        OffsetDateTime justAfterMidnight = OffsetDateTime.parse("2026-11-27T23:04:00Z");
        assertEquals("28. november 2026", new Texts(new Language()).day(justAfterMidnight));
        Clock now = Clock.fixed(
                justAfterMidnight.toInstant(), new Database().clock().getZone());
        assertEquals(LocalDate.of(2026, 11, 28), LocalDate.now(now));
    }

    private static Set<String> places(String text) {
        Matcher matcher = Pattern.compile("\\{([0-9]+)").matcher(text);
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
