package dk.kvalitetsbro.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A person's key is changed wherever it stands. Where that is, where-people-stand.txt declares for every column of the
 * schema; PersonalDataTest fails for a column that is not declared.
 */
class PersonColumnsTest {
    /** Follows its person by a foreign key. */
    private static final Set<String> FOLLOWS_BY_ITSELF = Set.of("organisation.employment.person_key");

    @Test
    void every_column_with_a_persons_key_follows_when_the_key_changes() throws IOException {
        Set<String> declared = declared();
        declared.removeAll(FOLLOWS_BY_ITSELF);
        assertEquals(
                declared,
                PersonColumns.ALL.stream()
                        .map(column -> column.table() + "." + column.name())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> declared() throws IOException {
        try (InputStream file = PersonColumnsTest.class.getResourceAsStream("/where-people-stand.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" > ")[0].split(" "))
                    .filter(words -> words.length > 2 && words[1].equals("KEY"))
                    .flatMap(words -> Stream.of(words).skip(2).map(column -> words[0] + "." + column))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
