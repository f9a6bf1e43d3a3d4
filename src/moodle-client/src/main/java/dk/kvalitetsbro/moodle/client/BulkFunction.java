package dk.kvalitetsbro.moodle.client;

import java.util.function.Predicate;

/** What a bulk write must know of the Moodle function that takes its rows. */
interface BulkFunction<R> {
    /** A person in a course: no two rows of a call are about the same. */
    record Key(long userId, long courseId) {}

    String name();

    Key key(R row);

    /** Writes the row as the one with this index in the call. */
    void write(R row, int index, Params params);

    /** Asks Moodle which rows of this course are already as wanted. */
    Predicate<R> alreadySo(long courseId);
}
