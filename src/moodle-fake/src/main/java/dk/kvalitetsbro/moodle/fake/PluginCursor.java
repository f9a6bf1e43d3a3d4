package dk.kvalitetsbro.moodle.fake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Where a reader of the plugin's has come to in rows ordered by a time and an id, and how many it wants next. A page ends
 * where the next one begins.
 */
record PluginCursor(long since, long afterId, long limit) {
    static final int LARGEST_PAGE = 5_000;
    private static final int LEEWAY_SECONDS = 300;

    /** @param more whether there are rows after the last one */
    record Page<R>(List<R> rows, boolean more) {}

    static PluginCursor of(Args args) {
        args.only("since", "afterid", "limit");
        return new PluginCursor(args.number("since"), args.number("afterid"), args.number("limit"));
    }

    PluginCursor checked(long now) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw WebServiceException.plugin("limitinvalid", "A page has from 1 to " + LARGEST_PAGE + " rows.");
        }
        if (since < 0 || afterId < 0) {
            throw WebServiceException.plugin("cursornegative", "A cursor has no negative numbers.");
        }
        if (since > now + LEEWAY_SECONDS) {
            throw WebServiceException.plugin(
                    "cursorinfuture",
                    "The cursor lies in the future. Begin again from the time that the last page told as now.");
        }
        return this;
    }

    <R> Page<R> read(Collection<R> rows, ToLongFunction<R> time, ToLongFunction<R> id) {
        var found = rows.stream()
                .filter(row -> time.applyAsLong(row) > since
                        || (time.applyAsLong(row) == since && id.applyAsLong(row) > afterId))
                .sorted(Comparator.comparingLong(time).thenComparingLong(id))
                .limit(limit + 1)
                .toList();
        boolean more = found.size() > limit;
        return new Page<>(more ? found.subList(0, (int) limit) : found, more);
    }
}
