package dk.kvalitetsbro.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values, and what other software made of them; each file says which. */
final class IndependentFigures {
    private static final double PRECISION = 1e-9;

    private final List<String[]> values = rows("/independent_values.csv");
    private final Map<String, Map<String, Double>> figures = new LinkedHashMap<>();

    IndependentFigures() {
        for (String[] row : rows("/independent_figures.csv")) {
            figures.computeIfAbsent(row[0], figure -> new LinkedHashMap<>()).put(row[1], Double.parseDouble(row[2]));
        }
    }

    private static List<String[]> rows(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(IndependentFigures.class.getResourceAsStream(file)), UTF_8))) {
            return lines.lines().skip(2).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of a set, in the order of the file. */
    List<String> values(String set) {
        return values.stream()
                .filter(row -> row[0].equals(set))
                .map(row -> row[2])
                .toList();
    }

    /** A set whose values belong to centres. */
    Map<String, Summary> centres(String set) {
        return values.stream()
                .filter(row -> row[0].equals(set))
                .collect(Collectors.groupingBy(
                        row -> row[1],
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(row -> Double.parseDouble(row[2]), Collectors.toList()),
                                IndependentFigures::summary)));
    }

    private static Summary summary(List<Double> values) {
        return Summary.of(values.stream().mapToDouble(value -> value).toArray());
    }

    /** Equal to a billionth of the figure. Each figure is met once. */
    void expect(String figure, String part, double computed) {
        double expected = Objects.requireNonNull(
                Objects.requireNonNull(figures.get(figure), figure).remove(part), figure + " " + part);
        assertEquals(expected, computed, PRECISION * Math.abs(expected), figure + " " + part);
    }

    void expectInterval(String figure, Interval computed) {
        expect(figure, "low", computed.low());
        expect(figure, "high", computed.high());
    }

    /** The parts of a figure that nothing has been compared with yet. */
    List<String> left(String figure) {
        return List.copyOf(Objects.requireNonNull(figures.get(figure), figure).keySet());
    }

    /** The figures of which some part has not been compared with anything. */
    List<String> left() {
        return figures.keySet().stream()
                .filter(figure -> !left(figure).isEmpty())
                .toList();
    }
}
