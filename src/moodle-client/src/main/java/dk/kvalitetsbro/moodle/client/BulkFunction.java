package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a bulk write must know of the Moodle function that takes its rows. */
interface BulkFunction<R> {
    String name();

    /** What a row is about: of two equal keys one is sent. */
    Object key(R row);

    /** The person or thing that a row is about; a site that took it once will take it again. */
    long subject(R row);

    /** The course or cohort whose state is read to see what is already so. */
    long group(R row);

    /** Parameters that come before the rows. */
    default void head(List<R> rows, Params params) {}

    /** Writes the row as the one with this index in the call. */
    void write(R row, int index, Params params);

    /** How many rows one call takes, whatever the number of variables. */
    default int mostRows() {
        return Integer.MAX_VALUE;
    }

    /** Whether a call that PHP cut is noticed by the function itself. */
    default boolean noticesMissingRows() {
        return false;
    }

    /** Whether rows may be sent that are already so, and once more after a lost reply. */
    default boolean repeatable() {
        return true;
    }

    /** Whether Moodle is asked before the first call, since sending what is already so would do harm. */
    default boolean looksFirst() {
        return true;
    }

    /**
     * Asks Moodle which rows of these groups are already as wanted. There is an answer for at least the first group, and
     * for as many after it as one request told of.
     */
    List<Answer<Predicate<R>>> alreadySo(List<Long> groups);

    /** How many groups one request asks about at the very most. */
    default int groupsPerRequest() {
        return 1;
    }

    /** What is said of a row that was so before anything was sent. */
    default Outcome before() {
        return new Outcome.AlreadySo();
    }

    /** What a reply says of each row, in order; empty for a row that the function did not come to. */
    default List<Optional<Outcome>> outcomes(List<R> rows, JsonValue reply) {
        return rows.stream()
                .map(row -> Optional.<Outcome>of(new Outcome.Done()))
                .toList();
    }
}
