package dk.kvalitetsbro.moodle.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Rows that wait, subject by subject in the order of their ids. Moodle locks a person's rows in its database until the
 * call ends. Calls that go on at a time therefore take different people where they can; where they can't, they come to
 * them in the same order, so that none waits for one that waits for it.
 */
final class Waiting<R> {
    private final ToLongFunction<R> subject;
    private final SortedMap<Long, Deque<R>> rows = new TreeMap<>();
    private int size;

    Waiting(ToLongFunction<R> subject) {
        this.subject = subject;
    }

    int size() {
        return size;
    }

    void add(Collection<R> more) {
        more.forEach(row -> rows.computeIfAbsent(subject.applyAsLong(row), none -> new ArrayDeque<>())
                .add(row));
        size += more.size();
    }

    /** At most so many rows, and at least one: all of each subject, unless the first one alone has more. */
    List<R> ofWholeSubjects(int most) {
        var offered = new ArrayList<R>();
        for (var all : rows.values()) {
            if (offered.isEmpty()) {
                all.stream().limit(most).forEach(offered::add);
            } else if (offered.size() + all.size() <= most) {
                offered.addAll(all);
            } else {
                break;
            }
        }
        return offered;
    }

    /** At most so many rows, each of another subject. */
    List<R> oneOfEach(int most) {
        return rows.values().stream().limit(most).map(Deque::element).toList();
    }

    /** Takes the first rows of a list that was offered. Where a subject would be torn apart it stays, if another goes. */
    List<R> take(List<R> offered, int count) {
        int end = count;
        while (end > 0 && end < offered.size() && isSameSubject(offered.get(end - 1), offered.get(end))) {
            end--;
        }
        var taken = List.copyOf(offered.subList(0, end == 0 ? count : end));
        taken.forEach(this::remove);
        return taken;
    }

    private boolean isSameSubject(R one, R other) {
        return subject.applyAsLong(one) == subject.applyAsLong(other);
    }

    private void remove(R row) {
        rows.computeIfPresent(subject.applyAsLong(row), (id, all) -> {
            all.remove();
            return all.isEmpty() ? null : all;
        });
        size--;
    }

    /** Lets the rows of these subjects go. */
    List<R> takeAllOf(Set<Long> subjects) {
        var taken = new ArrayList<R>();
        subjects.forEach(id -> {
            var all = rows.remove(id);
            if (all != null) {
                taken.addAll(all);
            }
        });
        size -= taken.size();
        return taken;
    }
}
