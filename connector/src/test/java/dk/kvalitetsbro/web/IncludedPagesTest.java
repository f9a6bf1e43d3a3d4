package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages take into themselves runs as a page of ours, wherever it comes from (CVE-2026-46581). */
class IncludedPagesTest {
    private static final Path VIEWS = Path.of("src/main/webapp/WEB-INF/views");

    private static final Pattern INCLUDING = Pattern.compile("<ui:(?:include|composition|decorate)\\b[^>]*>");

    private static final Pattern NAMED = Pattern.compile("\\b(?:src|template)=\"([^\"]*)\"");

    @Test
    void every_page_names_what_it_includes_in_the_page_itself() throws IOException {
        List<String> included = included();

        assertFalse(included.isEmpty());
        assertEquals(
                List.of(),
                included.stream()
                        .filter(name -> !name.matches("[a-z/A-Z-]+\\.xhtml"))
                        .toList());
    }

    private static List<String> included() throws IOException {
        try (Stream<Path> views = Files.walk(VIEWS)) {
            return views.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(IncludedPagesTest::read)
                    .flatMap(page -> INCLUDING.matcher(page).results().map(MatchResult::group))
                    .flatMap(tag -> NAMED.matcher(tag).results().map(found -> found.group(1)))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
