package dk.kvalitetsbro.organisation;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a list of new keys, and what would become of it.
 *
 * @param name of the person who has the old key; empty when nobody has it
 */
public record KeyChange(Line line, String name, Verdict verdict) {
    /** What would become of a line. */
    public enum Verdict {
        /** The person gets the new key. */
        CHANGES(false),
        /** The key is the same already. */
        SAME(false),
        /** Nobody has the old key; the line changes nothing. */
        NOBODY(false),
        /** The new key is somebody's already. */
        TAKEN(true),
        /** A key stands on more than one line. */
        TWICE(true),
        /** There are not two keys on the line. */
        NOT_A_KEY(true);

        private final boolean wrong;

        Verdict(boolean wrong) {
            this.wrong = wrong;
        }

        /** @return whether nothing at all is changed while the line stands so */
        public boolean isWrong() {
            return wrong;
        }
    }

    /** @param number of the line in the list, from 1 */
    public record Line(int number, String from, String to) {
        /** A spreadsheet may begin its file with a mark, and put what it likes into quotes. */
        static List<Line> read(String list) {
            List<Line> lines = new ArrayList<>();
            int number = 0;
            for (String text : list.replaceAll("[\uFEFF\"]", "").split("\\R")) {
                number++;
                if (!text.isBlank()) {
                    String[] parts = text.strip().split("\\s*[;,\t]\\s*", -1);
                    lines.add(
                            parts.length == 2
                                    ? new Line(number, parts[0], parts[1])
                                    : new Line(number, text.strip(), ""));
                }
            }
            return lines;
        }
    }
}
