package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.Gone;
import dk.kvalitetsbro.moodle.fake.Change.Put;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that the stand-in knows, kept in a journal. A request is a transaction: it sees one state, and leaves all of its
 * changes or none. The site's own monitor keeps others out meanwhile.
 */
final class Site implements AutoCloseable {
    private static final int CHANGES_PER_LINE = 10_000;

    private final Clock clock;
    private final Optional<Journal> journal;
    private final Tables tables = new Tables();
    private List<Undoable> open = new ArrayList<>();
    private Observer observer = Observer.NONE;
    private long changes;

    /** @param undo leads back to what was before */
    private record Undoable(Change change, Change undo) {}

    /** Hears of every change in the transaction that makes it, and may make more. */
    interface Observer {
        Observer NONE = new Observer() {
            @Override
            public void written(Row row, boolean isNew) {}

            @Override
            public void removed(Row row) {}
        };

        void written(Row row, boolean isNew);

        void removed(Row row);
    }

    private Site(Clock clock, Optional<Journal> journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** The site whose state is in the folder, or one that forgets. */
    static Site open(Optional<Path> stateFolder, Clock clock) {
        var site = new Site(clock, stateFolder.map(Journal::open));
        site.journal.ifPresent(journal -> {
            var former = new FormerChanges(site.tables);
            journal.replay(json -> site.replay(json, former));
            journal.compact(site.everything());
        });
        return site;
    }

    void observe(Observer observer) {
        this.observer = observer;
    }

    Tables tables() {
        return tables;
    }

    /** Unix seconds. */
    long now() {
        return clock.instant().getEpochSecond();
    }

    /** How many rows have been written so far, counting those that were rolled back but not what the plugin keeps beside. */
    long changes() {
        return changes;
    }

    /** Does the work and keeps what it changes, unless it throws. A transaction inside another one stands alone. */
    synchronized <T> T transaction(Supplier<T> work) {
        var outer = open;
        open = new ArrayList<>();
        try {
            var result = work.get();
            save();
            return result;
        } catch (WebServiceException e) {
            if (e.keepsChanges()) {
                save();
            }
            throw e;
        } finally {
            rollBack();
            open = outer;
        }
    }

    void put(Row row) {
        changes += row.isPaidFor() ? 1 : 0;
        var before = table(row.getClass()).find(row.id());
        var undo = before.<Change>map(Put::new).orElseGet(() -> new Gone(row.getClass(), row.id()));
        open.add(new Undoable(new Put(row), undo));
        apply(new Put(row));
        observer.written(row, before.isEmpty());
    }

    void remove(Row row) {
        changes += row.isPaidFor() ? 1 : 0;
        var change = new Gone(row.getClass(), row.id());
        open.add(new Undoable(change, new Put(row)));
        apply(change);
        observer.removed(row);
    }

    @Override
    public synchronized void close() {
        journal.ifPresent(Journal::close);
    }

    private void save() {
        var made = open.stream().map(Undoable::change).toList();
        for (int start = 0; start < made.size(); start += CHANGES_PER_LINE) {
            var line = made.subList(start, Math.min(start + CHANGES_PER_LINE, made.size()));
            journal.ifPresent(file -> file.append(line));
            open.subList(0, line.size()).clear();
        }
    }

    /** Undoes what was not saved, last change first. */
    private void rollBack() {
        Collections.reverse(open);
        open.forEach(undoable -> apply(undoable.undo()));
    }

    private void replay(JsonObject json, FormerChanges former) {
        var made = FormerChanges.isOne(json) ? former.read(json) : List.of(ChangeJson.read(json));
        made.forEach(this::apply);
    }

    private void apply(Change change) {
        if (change instanceof Put put) {
            table(put.row().getClass()).put(put.row());
        } else if (change instanceof Gone gone) {
            table(gone.table()).remove(gone.id());
        }
    }

    /** The fewest changes that lead to the present state, including which ids are used up. */
    private List<Change> everything() {
        var everything = new ArrayList<Change>();
        for (Map.Entry<Class<? extends Row>, Table<?>> entry : tables.all().entrySet()) {
            entry.getValue().all().forEach(row -> everything.add(new Put(row)));
            entry.getValue().highestGone().ifPresent(id -> everything.add(new Gone(entry.getKey(), id)));
        }
        return everything;
    }

    @SuppressWarnings("unchecked") // every table is found under the class of its rows
    private <R extends Row> Table<R> table(Class<? extends Row> rows) {
        var table = tables.all().get(rows);
        if (table == null) {
            throw new IllegalStateException("No table for " + rows);
        }
        return (Table<R>) table;
    }
}
