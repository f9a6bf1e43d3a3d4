package dk.kvalitetsbro.moodle.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Rows by id, with indexes that follow every change. Only the site changes them. */
final class Table<R extends Row> {
    private record Indexed<K, R extends Row>(Function<R, K> key, Index<K, R> index) {
        void add(R row) {
            index.put(key.apply(row), row.id(), row);
        }

        void remove(R row) {
            index.remove(key.apply(row), row.id());
        }
    }

    private final TreeMap<Long, R> rows = new TreeMap<>();
    private final List<Indexed<?, R>> indexes = new ArrayList<>();
    private final long first;
    private long highest;

    /** @param first the id of the first row */
    Table(long first) {
        this.first = first;
        highest = first - 1;
    }

    <K> Index<K, R> index(Function<R, K> key) {
        var indexed = new Indexed<>(key, new Index<K, R>());
        indexes.add(indexed);
        return indexed.index();
    }

    Optional<R> find(long id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** In the order of their ids. */
    Collection<R> all() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** One that no row has had before. */
    long nextId() {
        return highest + 1;
    }

    /** The highest id so far where its row is gone. */
    Optional<Long> highestGone() {
        return highest < first || rows.containsKey(highest) ? Optional.empty() : Optional.of(highest);
    }

    /** Returns the row that was there before. */
    Optional<R> put(R row) {
        var before = remove(row.id());
        rows.put(row.id(), row);
        highest = Math.max(highest, row.id());
        indexes.forEach(index -> index.add(row));
        return before;
    }

    Optional<R> remove(long id) {
        var before = Optional.ofNullable(rows.remove(id));
        before.ifPresent(row -> indexes.forEach(index -> index.remove(row)));
        highest = Math.max(highest, id);
        return before;
    }
}
