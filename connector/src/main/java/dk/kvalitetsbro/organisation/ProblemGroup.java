package dk.kvalitetsbro.organisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The problems of one kind, so that somebody who corrects a file does the same thing to all of them at once.
 *
 * @param rows those with the same column, value and hint together
 */
public record ProblemGroup(String kind, List<Row> rows) {
    private static final int ROWS_SHOWN = 20;
    private static final int LINES_SHOWN = 12;

    /** @param lines the first lines it stands on, in order */
    public record Row(String column, String value, String hint, List<Long> lines) {
        /** @return such as "2, 5, 9" */
        public String firstLines() {
            return lines.stream().limit(LINES_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        }

        /** @return how many lines stand beyond those shown */
        public int moreLines() {
            return Math.max(0, lines.size() - LINES_SHOWN);
        }
    }

    /** @return the rows to show at once */
    public List<Row> firstRows() {
        return rows.subList(0, Math.min(ROWS_SHOWN, rows.size()));
    }

    /** @return the rows to fold away */
    public List<Row> moreRows() {
        return rows.subList(Math.min(ROWS_SHOWN, rows.size()), rows.size());
    }

    private record Sameness(String column, String value, String hint) {}

    /** @return the groups in the order of their first problem */
    static List<ProblemGroup> of(List<Problem> problems) {
        Map<String, Map<Sameness, List<Long>>> kinds = new LinkedHashMap<>();
        for (Problem problem : problems) {
            kinds.computeIfAbsent(problem.kind(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            new Sameness(problem.column(), problem.value(), problem.hint()), same -> new ArrayList<>())
                    .add(problem.line());
        }
        return kinds.entrySet().stream()
                .map(kind -> new ProblemGroup(kind.getKey(), rows(kind.getValue())))
                .toList();
    }

    private static List<Row> rows(Map<Sameness, List<Long>> same) {
        return same.entrySet().stream()
                .map(row -> new Row(
                        row.getKey().column(),
                        row.getKey().value(),
                        row.getKey().hint(),
                        List.copyOf(row.getValue())))
                .toList();
    }
}
