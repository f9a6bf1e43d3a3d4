package dk.kvalitetsbro.moodle.client;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list into calls. */
final class Parts {
    private Parts() {}

    static <T> List<List<T>> of(List<T> rows, int size) {
        var parts = new ArrayList<List<T>>();
        for (int start = 0; start < rows.size(); start += size) {
            parts.add(rows.subList(start, Math.min(start + size, rows.size())));
        }
        return parts;
    }
}
