package dk.kvalitetsbro.organisation;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/**
 * The fields of the record that is being read, without the white space around them, letter by letter in one buffer that
 * the next record fills anew: most fields are of one letter, and few are ever needed as a text of their own.
 */
final class CsvFields extends AbstractBaseCsvCallbackHandler<CsvFields> {
    private static final int MOST_FIELDS = 1 << 14;

    private char[] letters = new char[1 << 10];
    /** Where each field begins, and after the last one where it ends. */
    private int[] bounds = new int[1 << 6];

    private boolean hasNul;

    @Override
    protected void handleBegin(long line) {
        hasNul = false;
    }

    @Override
    protected void handleField(int field, char[] from, int offset, int length, boolean quoted) {
        if (field == MOST_FIELDS) {
            throw new CsvParseException("more than " + MOST_FIELDS + " fields");
        }
        int first = offset;
        int end = offset + length;
        while (first < end && Character.isWhitespace(from[first])) {
            first++;
        }
        while (first < end && Character.isWhitespace(from[end - 1])) {
            end--;
        }
        append(field, from, first, end);
    }

    private void append(int field, char[] from, int first, int end) {
        int at = bounds[field];
        if (field + 1 == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        if (at + end - first > letters.length) {
            letters = Arrays.copyOf(letters, 2 * (at + end - first));
        }
        for (int i = first; i < end; i++) {
            char letter = from[i];
            hasNul |= letter == 0;
            letters[at++] = letter;
        }
        bounds[field + 1] = at;
    }

    @Override
    protected CsvFields buildRecord() {
        return this;
    }

    /** The line on which the record begins, the first being line 1. */
    long line() {
        return getStartingLineNumber();
    }

    int count() {
        return getFieldCount();
    }

    int length(int field) {
        return bounds[field + 1] - bounds[field];
    }

    String text(int field) {
        return new String(letters, bounds[field], length(field));
    }

    /** The digit that is all there is in the field, or -1. */
    int digit(int field) {
        if (length(field) != 1) {
            return -1;
        }
        int digit = letters[bounds[field]] - '0';
        return digit >= 0 && digit <= 9 ? digit : -1;
    }

    boolean isBlank() {
        return bounds[count()] == 0;
    }

    /** NULs are rare, and looked for only where there is one. */
    boolean hasNul(int field) {
        return hasNul && text(field).indexOf('\0') >= 0;
    }
}
