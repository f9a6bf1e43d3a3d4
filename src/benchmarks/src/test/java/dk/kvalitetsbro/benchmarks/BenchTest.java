package dk.kvalitetsbro.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Bench bench = new Bench(
            Map.of(
                    "steady",
                    effort -> List.of(new Figure("steady.runs", effort.runs(7, 3), "runs")),
                    "broken",
                    BenchTest::fail),
            new PrintStream(printed, true, UTF_8));

    private static List<Figure> fail(Effort effort) throws IOException {
        throw new IOException("no server");
    }

    @Test
    void a_figure_is_a_line_of_name_value_and_unit_separated_by_tabs() {
        assertEquals(0, bench.run(List.of("steady")));
        assertEquals("steady.runs\t7.000\truns\n", printed.toString(UTF_8));
    }

    @Test
    void quick_takes_fewer_runs_wherever_it_is_said() {
        assertEquals(0, bench.run(List.of("--quick", "steady")));
        assertEquals("steady.runs\t3.000\truns\n", printed.toString(UTF_8));
    }

    @Test
    void a_benchmark_that_fails_prints_no_figures() {
        assertEquals(1, bench.run(List.of("broken")));
        assertEquals("", printed.toString(UTF_8));
    }

    @Test
    void anything_but_one_known_name_is_refused() {
        for (var arguments : List.of(List.<String>of(), List.of("unknown"), List.of("steady", "broken"))) {
            assertEquals(2, bench.run(arguments), arguments.toString());
        }
        assertEquals("", printed.toString(UTF_8));
    }

    @Test
    void a_median_is_the_middle_value_whatever_the_order() {
        assertEquals(2, Median.of(List.of(90.0, 1.0, 2.0)));
        assertEquals(1.5, Median.of(List.of(2.0, 90.0, 1.0, 0.0)));
        assertThrows(IllegalArgumentException.class, () -> Median.of(List.of()));
    }
}
