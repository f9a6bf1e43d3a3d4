package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** Many tests at once give false alarms unless their number is counted in. */
class MultipleTestingTest {
    @Property
    void an_adjusted_p_is_never_smaller_and_keeps_the_order(
            @ForAll List<@DoubleRange(min = 0, max = 1) Double> family) {
        double[] p = array(family);
        for (double[] adjusted : List.of(MultipleTesting.holm(p), MultipleTesting.benjaminiHochberg(p))) {
            for (int i = 0; i < p.length; i++) {
                assertTrue(adjusted[i] >= p[i] && adjusted[i] <= 1);
                for (int j = 0; j < p.length; j++) {
                    assertTrue(p[i] > p[j] || adjusted[i] <= adjusted[j]);
                }
            }
        }
    }

    @Property
    void holm_is_at_least_as_strict_as_benjamini_hochberg(@ForAll List<@DoubleRange(min = 0, max = 1) Double> family) {
        double[] p = array(family);
        double[] holm = MultipleTesting.holm(p);
        double[] benjaminiHochberg = MultipleTesting.benjaminiHochberg(p);
        for (int i = 0; i < p.length; i++) {
            assertTrue(holm[i] >= benjaminiHochberg[i] - 1e-12);
        }
    }

    @Property
    void holm_is_no_stricter_than_multiplying_by_the_number_of_tests(
            @ForAll @NotEmpty List<@DoubleRange(min = 0, max = 1) Double> family) {
        double[] p = array(family);
        double[] holm = MultipleTesting.holm(p);
        double smallest = Collections.min(family);
        for (int i = 0; i < p.length; i++) {
            double bonferroni = Math.min(1, p.length * p[i]);
            assertTrue(holm[i] <= bonferroni + 1e-12);
            assertTrue(p[i] > smallest || Math.abs(holm[i] - bonferroni) < 1e-12);
        }
    }

    @Property
    void the_order_of_the_tests_makes_no_difference(
            @ForAll List<@DoubleRange(min = 0, max = 1) Double> family, @ForAll Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, family.size()).boxed().toList());
        Collections.shuffle(order, random);
        double[] shuffled = order.stream().mapToDouble(family::get).toArray();
        double[] holm = MultipleTesting.holm(array(family));
        double[] benjaminiHochberg = MultipleTesting.benjaminiHochberg(array(family));
        assertArrayEquals(order.stream().mapToDouble(i -> holm[i]).toArray(), MultipleTesting.holm(shuffled), 1e-12);
        assertArrayEquals(
                order.stream().mapToDouble(i -> benjaminiHochberg[i]).toArray(),
                MultipleTesting.benjaminiHochberg(shuffled),
                1e-12);
    }

    @Property
    void another_test_in_the_family_makes_no_alarm_easier(
            @ForAll List<@DoubleRange(min = 0, max = 1) Double> family,
            @ForAll @DoubleRange(min = 0, max = 1) double another) {
        List<Double> larger = new ArrayList<>(family);
        larger.add(another);
        double[] before = MultipleTesting.holm(array(family));
        double[] after = MultipleTesting.holm(array(larger));
        for (int i = 0; i < before.length; i++) {
            assertTrue(after[i] >= before[i] - 1e-12);
        }
    }

    @Test
    void a_single_test_is_left_alone() {
        assertArrayEquals(new double[] {0.03}, MultipleTesting.holm(0.03));
        assertArrayEquals(new double[] {0.03}, MultipleTesting.benjaminiHochberg(0.03));
        assertEquals(0, MultipleTesting.holm().length);
    }

    @Test
    void something_that_is_no_p_value_is_not_adjusted() {
        assertThrows(IllegalArgumentException.class, () -> MultipleTesting.holm(0.5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> MultipleTesting.holm(-0.1));
        assertThrows(IllegalArgumentException.class, () -> MultipleTesting.benjaminiHochberg(1.1));
    }

    private static double[] array(List<Double> family) {
        return family.stream().mapToDouble(each -> each).toArray();
    }
}
