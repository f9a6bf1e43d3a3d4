package dk.kvalitetsbro.moodle.fake;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows found by a key that several of them may share, in the order of their ids. */
final class Index<K, R> {
    private final Map<K, SortedMap<Long, R>> rows = new HashMap<>();

    void put(K key, long id, R row) {
        rows.computeIfAbsent(key, none -> new TreeMap<>()).put(id, row);
    }

    void remove(K key, long id) {
        var under = rows.get(key);
        if (under != null) {
            under.remove(id);
            if (under.isEmpty()) {
                rows.remove(key);
            }
        }
    }

    List<R> list(K key) {
        return List.copyOf(under(key).values());
    }

    /** The first of them. */
    Optional<R> first(K key) {
        return under(key).values().stream().findFirst();
    }

    int count(K key) {
        return under(key).size();
    }

    private SortedMap<Long, R> under(K key) {
        return rows.getOrDefault(key, Collections.emptySortedMap());
    }
}
