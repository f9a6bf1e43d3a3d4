package dk.kvalitetsbro.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dk.kvalitetsbro.web.FreeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A comma-separated file as spreadsheets write it: UTF-8 with or without a byte order mark, separated by commas or
 * semicolons, quoted where need be. What is wrong with the file goes into {@link Problems}; the rows that are right are
 * handed on, one by one, without holding the file's text in memory.
 */
public final class CsvFile {
    private static final int SHORTEST_CPR = 10;

    private final byte[] content;
    private final int start;
    private final char separator;
    private final Problems problems;
    private final List<String> columns;

    public CsvFile(byte[] content, Problems problems) {
        this.content = content;
        this.start = startsWithByteOrderMark(content) ? 3 : 0;
        this.separator = separator();
        this.problems = problems;
        this.columns = header();
    }

    private static boolean startsWithByteOrderMark(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
    }

    /** The separator is the one that the header has more of. */
    private char separator() {
        int commas = 0;
        int semicolons = 0;
        for (int i = start; i < content.length && content[i] != '\n' && content[i] != '\r'; i++) {
            commas += content[i] == ',' ? 1 : 0;
            semicolons += content[i] == ';' ? 1 : 0;
        }
        return semicolons > commas ? ';' : ',';
    }

    private List<String> header() {
        Optional<CsvFields> first = read(records -> records.findFirst());
        if (first.isEmpty() && problems.isEmpty()) {
            problems.add(1, "", "organisation.problem.empty", "", "");
        }
        return first.map(header -> IntStream.range(0, header.count())
                        .mapToObj(header::text)
                        .toList())
                .orElse(List.of());
    }

    /** @return the header's columns in their order */
    public List<String> columns() {
        return columns;
    }

    /**
     * Checks that the header has exactly these columns, in any order.
     *
     * @return whether it has, so that the rows can be read
     */
    public boolean hasExactly(List<String> expected) {
        return hasAtLeast(expected) & hasOnly(expected);
    }

    /** As {@link #hasExactly(List)}; the optional columns may be left out. */
    public boolean hasExactly(List<String> expected, List<String> optional) {
        return hasAtLeast(expected)
                & hasOnly(Stream.concat(expected.stream(), optional.stream()).toList());
    }

    /** @return whether these columns are all there, and none twice */
    public boolean hasAtLeast(List<String> expected) {
        expected.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> problems.add(1, column, "organisation.problem.missingColumn", "", ""));
        Set<String> seen = new HashSet<>();
        columns.stream()
                .filter(column -> !seen.add(column))
                .forEach(column -> problems.add(1, column, "organisation.problem.columnTwice", "", ""));
        return columns.containsAll(expected) && seen.size() == columns.size();
    }

    private boolean hasOnly(List<String> allowed) {
        return hasOnly(allowed, "organisation.problem.unknownColumn", String.join(", ", allowed));
    }

    /** Checks that every column is one of these; a column that is not is reported as this kind of problem. */
    public boolean hasOnly(List<String> allowed, String kind, String hint) {
        List<String> others =
                columns.stream().filter(column -> !allowed.contains(column)).toList();
        others.forEach(column -> problems.add(1, column, kind, "", hint));
        return others.isEmpty();
    }

    /** Reports that the header is wrong. */
    public void problem(String column, String kind, String hint) {
        problems.add(1, column, kind, "", hint);
    }

    /** @return the first row, for files whose header depends on it; its problems are not reported */
    public Optional<CsvRow> firstRow() {
        return read(records -> records.skip(1).findFirst())
                .filter(record -> record.count() == columns.size())
                .map(record -> new CsvRow(record, positions(), problems));
    }

    /** Hands on every row that has as many fields as the header and nothing like a CPR number in it. */
    public void each(Consumer<CsvRow> reader) {
        Map<String, Integer> positions = positions();
        long rows = read(records -> Optional.of(records.skip(1)
                        .filter(record -> !isBlank(record))
                        .peek(record -> {
                            if (fits(record) & isAcceptable(record)) {
                                reader.accept(new CsvRow(record, positions, problems));
                            }
                        })
                        .mapToLong(record -> 1)
                        .sum()))
                .orElse(0L);
        if (rows == 0 && problems.isEmpty()) {
            problems.add(2, "", "organisation.problem.empty", "", "");
        }
    }

    private Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
        return positions;
    }

    /** Spreadsheets write separators for rows that were once filled. */
    private static boolean isBlank(CsvFields record) {
        return record.isBlank();
    }

    private boolean fits(CsvFields record) {
        if (record.count() != columns.size()) {
            problems.add(
                    record.line(),
                    "",
                    "organisation.problem.fieldCount",
                    Integer.toString(record.count()),
                    Integer.toString(columns.size()));
            return false;
        }
        return true;
    }

    /** Text in an encoding of two bytes a letter shows as NULs, which no column can hold. */
    private boolean isAcceptable(CsvFields record) {
        boolean acceptable = true;
        for (int i = 0; i < record.count(); i++) {
            if (record.length(i) >= SHORTEST_CPR && FreeText.looksLikeCpr(record.text(i))) {
                String column = i < columns.size() ? columns.get(i) : "";
                problems.add(record.line(), column, "organisation.problem.cpr", "", "");
                acceptable = false;
            } else if (record.hasNul(i)) {
                problems.add(record.line(), "", "organisation.problem.notUtf8", "", "");
                acceptable = false;
            }
        }
        return acceptable;
    }

    /** Reads from the beginning; a file that breaks off is reported and yields nothing more. */
    private <T> Optional<T> read(Function<Stream<CsvFields>, Optional<T>> use) {
        long[] line = {0};
        try (CsvReader<CsvFields> records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(new CsvFields(), text())) {
            return use.apply(records.stream().peek(record -> line[0] = record.line()));
        } catch (UncheckedIOException e) {
            problems.add(line[0] + 1, "", "organisation.problem.notUtf8", "", "");
        } catch (CsvParseException e) {
            problems.add(line[0] + 1, "", "organisation.problem.quoting", "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private Reader text() {
        var bytes = new ByteArrayInputStream(content, start, content.length - start);
        return new InputStreamReader(bytes, UTF_8.newDecoder());
    }
}
