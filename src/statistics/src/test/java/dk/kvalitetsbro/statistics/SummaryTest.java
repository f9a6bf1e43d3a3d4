package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void nothing_is_summarised_as_nothing() {
        assertEquals(Summary.NONE, Summary.of());
        assertEquals(Summary.NONE, Summary.NONE.plus(Summary.NONE));
        assertEquals(Summary.NONE, Summary.of(1, 2).minus(Summary.of(1, 2)));
        assertEquals(Summary.NONE, Scale.AGREE_5.pomp(Summary.NONE));
    }

    @Test
    void the_variance_divides_by_one_less_than_n() {
        assertEquals(new Summary(4, 2.5, 5 / 3.0), Summary.of(1, 2, 3, 4));
    }

    @Test
    void a_summary_may_be_given_by_its_standard_deviation() {
        assertEquals(100, Summary.ofSd(25, 480, 100).sd(), 1e-9);
    }

    @Test
    void one_value_has_no_variance() {
        assertEquals(new Summary(1, 3, 0), Summary.of(3));
        assertThrows(IllegalArgumentException.class, () -> new Summary(1, 3, 0.5));
    }

    @Test
    void impossible_summaries_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Summary(-1, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> new Summary(2, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Summary(2, 3, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new Summary(0, 3, 0));
    }

    @Test
    void a_part_that_can_not_be_one_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Summary.of(1, 2).minus(Summary.of(1, 2, 3)));
        assertThrows(IllegalArgumentException.class, () -> Summary.of(3, 3, 3).minus(Summary.of(1, 5)));
    }

    @Test
    void a_part_may_exceed_the_whole_by_what_rounding_makes() {
        Summary whole = new Summary(4, 500, 100 / 3.0);
        assertEquals(0, whole.minus(new Summary(2, 500, 100 + 0.0009)).variance());
        assertThrows(IllegalArgumentException.class, () -> whole.minus(new Summary(2, 500, 100 + 0.0011)));
    }

    @Test
    void values_are_all_alike_until_one_differs() {
        Moments moments = new Moments();
        assertFalse(moments.allAlike());
        moments.add(4);
        moments.add(4);
        assertTrue(moments.allAlike());
        moments.add(3);
        assertFalse(moments.allAlike());
    }

    @Test
    void two_uniform_parts_that_differ_are_not_alike_together() {
        Moments fours = new Moments();
        fours.add(4);
        Moments threes = new Moments();
        threes.add(3);
        fours.merge(threes);
        assertFalse(fours.allAlike());
    }

    @Property
    void the_rest_plus_the_part_is_the_whole(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 5) Double> part,
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 5) Double> rest) {
        Summary ofPart = summary(part);
        Summary ofRest = summary(rest);
        assertClose(ofRest, ofPart.plus(ofRest).minus(ofPart));
    }

    @Property
    void values_merged_from_parts_are_summarised_as_if_added_at_once(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 5) Double> first,
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 5) Double> second) {
        Moments merged = moments(first);
        merged.merge(moments(second));
        Moments atOnce = moments(first);
        second.forEach(atOnce::add);
        assertClose(atOnce.summary(), merged.summary());
        assertEquals(atOnce.allAlike(), merged.allAlike());
    }

    @Property
    void transforming_the_summary_is_summarising_the_transformed(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 5) Double> values) {
        List<Double> inPomp = values.stream().map(Scale.AGREE_5::pomp).toList();
        Summary expected = summary(inPomp);
        Summary actual = Scale.AGREE_5.pomp(summary(values));
        assertEquals(expected.mean(), actual.mean(), 1e-9);
        assertEquals(expected.sd(), actual.sd(), 1e-4);
    }

    @Property
    void the_order_of_merging_makes_no_difference(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 5) Double> first,
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 5) Double> second,
            @ForAll @Size(max = 20) List<@DoubleRange(min = 1, max = 5) Double> third) {
        Summary one = summary(first);
        Summary two = summary(second);
        Summary three = summary(third);
        assertClose(one.plus(two), two.plus(one));
        assertClose(one.plus(two).plus(three), one.plus(two.plus(three)));
        assertClose(one, one.plus(Summary.NONE));
    }

    @Property
    void a_summary_is_of_the_mean_and_variance_of_its_values(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 1, max = 5) Double> values) {
        double mean = values.stream().mapToDouble(each -> each).sum() / values.size();
        double squares = values.stream()
                .mapToDouble(each -> (each - mean) * (each - mean))
                .sum();
        assertClose(new Summary(values.size(), mean, squares / (values.size() - 1)), summary(values));
    }

    private static Moments moments(List<Double> values) {
        Moments moments = new Moments();
        values.forEach(moments::add);
        return moments;
    }

    private static Summary summary(List<Double> values) {
        return moments(values).summary();
    }

    private static void assertClose(Summary expected, Summary actual) {
        assertEquals(expected.n(), actual.n());
        assertEquals(expected.mean(), actual.mean(), 1e-9);
        assertEquals(expected.variance(), actual.variance(), 1e-9);
    }
}
