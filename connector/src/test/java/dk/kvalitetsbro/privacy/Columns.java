package dk.kvalitetsbro.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Where a person may stand in the database, as where-people-stand.txt declares it. */
final class Columns {
    enum Category {
        NONE,
        LABEL,
        KEY,
        NUMBER,
        NAME,
        TEXT,
        FILE,
        UNLINKED,
        PASSING,
        KEPT
    }

    /** @param kind of a person's own information that tells of it */
    record Column(String table, String name, Category category, Optional<String> kind) {
        boolean isOfPeople() {
            return Set.of(Category.KEY, Category.NUMBER, Category.NAME, Category.TEXT, Category.FILE)
                    .contains(category);
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    private Columns() {}

    static List<Column> declared() {
        try (InputStream file = Columns.class.getResourceAsStream("/where-people-stand.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(Columns::columns)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Column> columns(String line) {
        String[] sides = line.split(" > ");
        List<String> words = List.of(sides[0].split(" "));
        Optional<String> kind = sides.length > 1 ? Optional.of(sides[1]) : Optional.empty();
        return words.subList(2, words.size()).stream()
                .map(name -> new Column(words.get(0), name, Category.valueOf(words.get(1)), kind));
    }

    static Set<String> names(List<Column> columns) {
        return columns.stream().map(Column::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The columns that there are; the migrations' own table is nobody's. */
    static Set<String> existing(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE'
                           and c.table_schema not in ('pg_catalog', 'information_schema', 'house')""")
                .mapTo(String.class)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
