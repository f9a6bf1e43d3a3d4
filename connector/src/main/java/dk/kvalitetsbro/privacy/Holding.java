package dk.kvalitetsbro.privacy;

import java.util.List;
import java.util.Map;

/**
 * What is held of one kind about somebody.
 *
 * @param kind as {@code assignments.given}: the package, and a word that the texts know
 * @param rows each with its fields in order; an empty field is left out
 */
public record Holding(String kind, List<Map<String, Object>> rows) {
    public Holding {
        rows = List.copyOf(rows);
    }
}
