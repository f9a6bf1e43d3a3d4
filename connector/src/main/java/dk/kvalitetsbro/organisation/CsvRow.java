package dk.kvalitetsbro.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file. Its readers return what the field says, or null where it is empty or wrong; what is wrong has then
 * been reported with line and column.
 */
public final class CsvRow {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,20})?");

    private final CsvFields record;
    private final Map<String, Integer> positions;
    private final Problems problems;

    CsvRow(CsvFields record, Map<String, Integer> positions, Problems problems) {
        this.record = record;
        this.positions = positions;
        this.problems = problems;
    }

    /** @return the line of the file on which the row begins, the header being line 1 */
    public long line() {
        return record.line();
    }

    /** @return the field without white space around it; empty also where there is no such column */
    public String text(String column) {
        Integer position = positions.get(column);
        return position == null ? "" : text(position);
    }

    /** @param position the column's place in the header, from 0 */
    public String text(int position) {
        return record.text(position);
    }

    /**
     * @param position the column's place in the header, from 0
     * @return the digit that the field consists of, beside white space; -1 where it is empty or anything else
     */
    public int digit(int position) {
        return record.digit(position);
    }

    public @Nullable String required(String column, int longest) {
        String text = text(column);
        if (text.isEmpty()) {
            problem(column, "organisation.problem.missingValue", "");
            return null;
        }
        if (text.length() > longest) {
            problem(column, "organisation.problem.tooLong", Integer.toString(longest));
            return null;
        }
        return text;
    }

    /** @param longest in characters */
    public @Nullable String code(String column, int longest) {
        return text(column).isEmpty() ? required(column, longest) : optionalCode(column, longest);
    }

    public @Nullable String optionalCode(String column, int longest) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > longest || !isCode(text)) {
            problem(column, "organisation.problem.notACode", Integer.toString(longest));
            return null;
        }
        return text;
    }

    private static boolean isCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letterOrDigit && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    public <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> type) {
        String text = text(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        problem(column, "organisation.problem.notAllowed", allowed);
        return null;
    }

    public @Nullable LocalDate date(String column) {
        if (text(column).isEmpty()) {
            problem(column, "organisation.problem.missingValue", "");
            return null;
        }
        return optionalDate(column);
    }

    public @Nullable LocalDate optionalDate(String column) {
        String text = text(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problem(column, "organisation.problem.notADate", "2019-08-01");
            return null;
        }
    }

    /** @return a whole number from 0 to {@code most}, or null */
    public @Nullable Integer count(String column, int most) {
        String text = text(column);
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= most) {
            return Integer.valueOf(text);
        }
        problem(
                column,
                text.isEmpty() ? "organisation.problem.missingValue" : "organisation.problem.notACount",
                "0–" + most);
        return null;
    }

    /** @return a number from 0 to {@code most} with a decimal point or comma, or null */
    public @Nullable Double decimal(String column, int most) {
        String text = text(column);
        if (DECIMAL.matcher(text).matches()) {
            double number = Double.parseDouble(text.replace(',', '.'));
            if (number <= most) {
                return number;
            }
        }
        problem(
                column,
                text.isEmpty() ? "organisation.problem.missingValue" : "organisation.problem.notADecimal",
                "0–" + most);
        return null;
    }

    /** Reports a last day that lies before its first day. */
    public void inOrder(String column, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            problem(column, "organisation.problem.endsBeforeItBegins", from.toString());
        }
    }

    /** Reports that this field is wrong. */
    public void problem(String column, String kind, String hint) {
        problems.add(line(), column, kind, text(column), hint);
    }
}
