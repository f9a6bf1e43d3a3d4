package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.web.Texts;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** Collects what is held about one person. */
public final class Holdings {
    private final Jdbi jdbi;
    private final Person person;
    private final List<Holding> found = new ArrayList<>();

    Holdings(Jdbi jdbi, Person person) {
        this.jdbi = jdbi;
        this.person = person;
    }

    /**
     * Adds what a query finds, if anything. It may use {@code :key}, and {@code :keyed} for a regular expression that
     * finds the key in what programs wrote. Its columns are fields that the texts know as {@code privacy.field.…}.
     */
    public void add(String kind, String query) {
        List<Map<String, Object>> rows = jdbi.withHandle(handle -> {
            handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            return handle.createQuery(query)
                    .bind("key", person.key())
                    .bind("keyed", person.keyed())
                    .bind("named", person.named())
                    .bind("name", person.ownName().orElse(""))
                    .mapToMap()
                    .list();
        });
        if (!rows.isEmpty()) {
            found.add(new Holding(kind, rows.stream().map(Holdings::told).toList()));
        }
    }

    /** Adds the texts in a table that name the person. */
    public void texts(String kind, String table, String... columns) {
        add(
                kind,
                Stream.of(columns)
                        .map(column ->
                                "select " + column + " as text from " + table + " where " + Erasure.names(column))
                        .collect(Collectors.joining(" union ")));
    }

    /** @return what was added, in that order */
    List<Holding> found() {
        return List.copyOf(found);
    }

    private static Map<String, Object> told(Map<String, Object> row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.forEach((field, value) -> {
            if (value != null) {
                fields.put(field, plain(value));
            }
        });
        return fields;
    }

    private static Object plain(Object value) {
        if (value instanceof Timestamp moment) {
            return moment.toInstant().atZone(Texts.ZONE).toOffsetDateTime();
        }
        return value instanceof java.sql.Date day ? day.toLocalDate() : value;
    }
}
