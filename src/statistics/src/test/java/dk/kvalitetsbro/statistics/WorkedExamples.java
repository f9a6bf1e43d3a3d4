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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of worked_examples.csv, each to be met as exactly as it is written down. */
public final class WorkedExamples {
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern FIGURE = Pattern.compile("(?<!\\w)-?\\d+(?:\\.(?<decimals>\\d+))?");

    private final Map<String, Matcher> remaining = new LinkedHashMap<>();
    private final Map<String, Double> tolerance = new LinkedHashMap<>();

    public static WorkedExamples read() {
        WorkedExamples examples = new WorkedExamples();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorkedExamples.class.getResourceAsStream("/worked_examples.csv")), UTF_8))) {
            file.lines().skip(1).map(line -> COMMA.split(line, -1)).forEach(examples::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    private void add(String[] row) {
        remaining.put(row[0], FIGURE.matcher(row[3]));
        tolerance.put(row[0], Double.parseDouble(row[4]));
    }

    public List<String> ids() {
        return List.copyOf(remaining.keySet());
    }

    /** Compares with the next figures of the example, in the order in which the file gives them. */
    public void expect(String id, double... computed) {
        Matcher figures = Objects.requireNonNull(remaining.get(id), id);
        for (double each : computed) {
            if (!figures.find()) {
                throw new AssertionError(id + " gives no more figures");
            }
            assertEquals(Double.parseDouble(figures.group()), each, precision(id, figures), id);
        }
    }

    /** That no figure of the example was left out. */
    public void requireAllMet(String id) {
        if (Objects.requireNonNull(remaining.get(id), id).find()) {
            throw new AssertionError(id + " gives " + remaining.get(id).group() + ", and nothing was compared with it");
        }
    }

    private double precision(String id, Matcher figure) {
        String decimals = figure.group("decimals");
        double lastDigit = Math.pow(10, decimals == null ? 0 : -decimals.length());
        return Math.max(1e-9, Math.min(lastDigit, Objects.requireNonNull(tolerance.get(id))));
    }
}
