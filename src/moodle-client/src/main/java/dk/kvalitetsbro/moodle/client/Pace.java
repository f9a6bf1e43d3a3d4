package dk.kvalitetsbro.moodle.client;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a bulk write learns of the site on its way: how long a row takes and how many are bad. From that it says how many
 * rows the next call carries, and where in a refused call the bad row stands: Moodle works through a call in order and
 * stops at the first bad row, so the time until the refusal tells how far it came.
 */
final class Pace {
    /** A call without rows takes a Moodle about this long ... */
    private static final double CALL_MILLIS = 22;
    /** ... and each row this long, until it shows what it can do. */
    private static final double FIRST_GUESS_PER_ROW = 6;

    private static final int ROWS_AT_FIRST = 150;
    private static final int FEWEST_ROWS = 4;
    private static final int WORTH_A_CALL = 32;
    private static final int ROWS_WORTH_MEASURING = 16;
    /** Rows around the suspected one that are looked at with it, as a part of the rows before it. */
    private static final int DOUBT = 12;

    private static final int GROUPS_AT_FIRST = 6;

    private final double longestCallMillis;
    private double millisPerRow = FIRST_GUESS_PER_ROW;
    private boolean measured;
    private int largest = ROWS_AT_FIRST;
    private long settledRows;
    private long badRows;
    private boolean anyRefused;
    private int groups = GROUPS_AT_FIRST;

    Pace(Duration longestCall) {
        this.longestCallMillis = longestCall.toMillis();
    }

    /**
     * How many rows the next call should carry.
     *
     * @param waiting  rows that wait to be sent
     * @param parallel calls that go on at a time: near the end they share what is left
     */
    synchronized int rows(int waiting, int parallel) {
        double inTime = (longestCallMillis - CALL_MILLIS) / millisPerRow;
        double fairShare = Math.max(WORTH_A_CALL, Math.ceil(waiting / (2.0 * parallel)));
        double size = Math.min(Math.min(largest, inTime), fairShare);
        return (int) Math.max(1, anyRefused ? Math.min(size, cheapest()) : size);
    }

    /** As {@link #rows}, for rows that can hardly be bad. */
    synchronized int provenRows(int waiting, int parallel) {
        double inTime = (longestCallMillis - CALL_MILLIS) / millisPerRow;
        double fairShare = Math.max(WORTH_A_CALL, Math.ceil(waiting / (2.0 * parallel)));
        return (int) Math.max(1, Math.min(inTime, fairShare));
    }

    /** How many groups' states the next reading asks for: how large groups are shows only when they are read. */
    synchronized int groups() {
        return groups;
    }

    /** So many groups' states were read. */
    synchronized void looked(int groups, Duration took) {
        if (took.toMillis() > longestCallMillis) {
            this.groups = Math.max(1, groups / 2);
        } else {
            this.groups = Math.max(this.groups, Math.min(groups * 2, Integer.MAX_VALUE / 4));
        }
    }

    /** Whether any row has turned out bad, so that it pays to be careful. */
    synchronized boolean anyRefused() {
        return anyRefused;
    }

    synchronized void accepted(int rows, Duration took) {
        settledRows += rows;
        largest = Math.min(largest * 2, Integer.MAX_VALUE / 4);
        if (rows >= ROWS_WORTH_MEASURING) {
            double millis = Math.max(0.01, (took.toMillis() - CALL_MILLIS) / rows);
            millisPerRow = measured ? 0.7 * millisPerRow + 0.3 * millis : millis;
            measured = true;
        }
    }

    synchronized void refused(int rows) {
        anyRefused = true;
        if (rows == 1) {
            settledRows++;
            badRows++;
        }
    }

    /** A call got no answer, perhaps because it was too large. */
    synchronized void lost(int rows) {
        largest = Math.max(FEWEST_ROWS, rows / 2);
    }

    /** The index of the row that a refusal after this time points at. */
    synchronized OptionalInt suspect(int rows, Duration took) {
        if (!measured) {
            return OptionalInt.empty();
        }
        int index = (int) ((took.toMillis() - CALL_MILLIS) / millisPerRow);
        return OptionalInt.of(Math.max(0, Math.min(index, rows - 1)));
    }

    /** How far the suspicion may be off. */
    static int doubt(int suspect) {
        return Math.max(1, suspect / DOUBT);
    }

    /** The size at which the calls' own cost and the rows undone by bad ones together cost least. */
    private double cheapest() {
        double badShare = Math.max(1, badRows) / (double) Math.max(1, settledRows);
        return Math.max(FEWEST_ROWS, Math.sqrt(2 * CALL_MILLIS / (millisPerRow * badShare)));
    }
}
