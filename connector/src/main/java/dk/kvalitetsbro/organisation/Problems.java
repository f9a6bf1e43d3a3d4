package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.web.FreeText;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file: all are counted, the first thousand are kept. */
public final class Problems {
    static final int KEPT = 1000;
    private static final int LONGEST_VALUE = 80;

    private final List<Problem> first = new ArrayList<>();
    private long count;

    /** Adds a problem; a value with the shape of a CPR number is not repeated. */
    public void add(long line, String column, String kind, String value, String hint) {
        add(new Problem(line, column, kind, value, hint));
    }

    void add(Problem problem) {
        count++;
        if (first.size() < KEPT) {
            first.add(new Problem(
                    problem.line(),
                    showable(problem.column()),
                    problem.kind(),
                    showable(problem.value()),
                    problem.hint()));
        }
    }

    private static String showable(String value) {
        if (FreeText.looksLikeCpr(value)) {
            return "";
        }
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public long count() {
        return count;
    }

    /** @return the problems kept, in the order they were found */
    public List<Problem> first() {
        return List.copyOf(first);
    }
}
