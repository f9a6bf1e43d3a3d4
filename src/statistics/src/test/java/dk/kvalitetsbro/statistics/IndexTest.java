package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.ShortRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** From single answers to an index, and how far its items hang together. */
class IndexTest {
    private static final int[] THREE = {0, 1, 2};

    @Property
    void reversing_twice_changes_nothing(@ForAll Scale scale, @ForAll @ShortRange(min = 1, max = 3) short answer) {
        assertEquals(answer, scale.reverse(scale.reverse(answer)));
    }

    @Test
    void a_missing_answer_can_not_be_reversed() {
        assertThrows(IllegalArgumentException.class, () -> Scale.FIT_4.reverse(0));
        assertThrows(IllegalArgumentException.class, () -> Scale.FIT_4.reverse(5));
    }

    @Property
    void pomp_lies_between_0_and_100(@ForAll Scale scale, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        double pomp = scale.pomp(scale.min() + share * (scale.max() - scale.min()));
        assertTrue(pomp >= 0 && pomp <= 100 + 1e-9);
        assertEquals(100 * share, pomp, 1e-9);
    }

    @Property
    void a_higher_mean_is_a_higher_pomp_and_more_points(
            @ForAll Scale scale,
            @ForAll @DoubleRange(min = 1, max = 3) double mean,
            @ForAll @DoubleRange(min = 0.01, max = 1) double more,
            @ForAll @DoubleRange(min = 0.1, max = 2) double baselineSd) {
        assertTrue(scale.pomp(mean + more) > scale.pomp(mean));
        Scale500 points = new Scale500(2, baselineSd);
        assertTrue(points.points(mean + more) > points.points(mean));
        assertEquals(100 * more / baselineSd, points.points(mean + more) - points.points(mean), 1e-9);
    }

    @Property
    void reversing_an_answer_turns_its_pomp_around(
            @ForAll Scale scale, @ForAll @ShortRange(min = 1, max = 3) short answer) {
        assertEquals(100, scale.pomp(answer) + scale.pomp(scale.reverse(answer)), 1e-9);
    }

    @Test
    void the_baseline_itself_has_500_points_and_a_spread_of_100() {
        Summary points = new Scale500(3.8, 0.6).points(Summary.ofSd(20, 3.8, 0.6));
        assertEquals(500, points.mean(), 1e-9);
        assertEquals(100, points.sd(), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> new Scale500(3.8, 0));
        assertThrows(IllegalArgumentException.class, () -> new Scale500(Double.NaN, 0.6));
        assertThrows(IllegalArgumentException.class, () -> new Scale500(3.8, Double.POSITIVE_INFINITY));
    }

    @Property
    void an_index_lies_within_the_answers_or_is_missing(@ForAll("answers") List<Short> given) {
        short[] answers = array(given);
        long answered = given.stream().filter(answer -> answer != 0).count();
        OptionalDouble index = ThemeIndex.of(answers);
        assertEquals(answered > 0 && answered >= Math.ceil(answers.length / 2.0), index.isPresent());
        index.ifPresent(mean -> assertEquals(
                given.stream().filter(a -> a != 0).mapToInt(a -> a).average().orElseThrow(), mean, 1e-12));
    }

    @Test
    void half_of_four_items_is_enough_and_one_of_three_is_not() {
        assertEquals(OptionalDouble.of(4.5), ThemeIndex.of(new short[] {4, 5, 0, 0}));
        assertTrue(ThemeIndex.of(new short[] {5, 0, 0}).isEmpty());
        assertTrue(ThemeIndex.of(new short[0]).isEmpty());
    }

    @Test
    void a_subset_of_items_has_its_own_index() {
        short[] questionnaire = {1, 4, 0, 5, 2};
        assertEquals(OptionalDouble.of(4.5), ThemeIndex.of(questionnaire, new int[] {1, 3}));
        assertTrue(ThemeIndex.of(questionnaire, new int[] {2}).isEmpty());
    }

    @Test
    void items_that_say_the_same_have_alpha_one() {
        assertEquals(1, alpha(new short[][] {{1, 1, 1}, {3, 3, 3}, {5, 5, 5}}).orElseThrow(), 1e-12);
    }

    @Test
    void two_items_are_enough_for_alpha() {
        CronbachAlpha two = new CronbachAlpha(2);
        two.add(new short[] {1, 2}, new int[] {0, 1});
        two.add(new short[] {5, 4}, new int[] {0, 1});
        assertEquals(2 * (1 - (8.0 + 2) / 18), two.alpha().orElseThrow(), 1e-12);
    }

    @Test
    void an_incomplete_answer_does_not_count_in_alpha() {
        short[][] complete = {{1, 1, 2}, {2, 3, 2}, {3, 3, 4}, {4, 5, 4}};
        short[][] withMissing = {{1, 1, 2}, {2, 3, 2}, {5, 0, 1}, {3, 3, 4}, {4, 5, 4}};
        assertEquals(alpha(complete), alpha(withMissing));
    }

    @Test
    void there_is_no_alpha_of_one_item_or_of_equal_totals() {
        assertTrue(alpha(new short[][] {{1, 1, 2}}).isEmpty());
        assertTrue(alpha(new short[][] {{1, 2, 3}, {3, 2, 1}}).isEmpty());
        CronbachAlpha single = new CronbachAlpha(1);
        single.add(new short[] {1}, new int[] {0});
        single.add(new short[] {5}, new int[] {0});
        assertTrue(single.alpha().isEmpty());
    }

    @Property
    void adding_a_constant_to_an_item_leaves_alpha_alone(
            @ForAll @Size(max = 10) List<@Size(3) List<@ShortRange(min = 1, max = 5) Short>> rows,
            @ForAll @ShortRange(max = 5) short first,
            @ForAll @ShortRange(max = 5) short last) {
        CronbachAlpha moved = new CronbachAlpha(3);
        rows.forEach(row ->
                moved.add(new short[] {(short) (row.get(0) + first), row.get(1), (short) (row.get(2) + last)}, THREE));
        assertEquals(collect(rows).alpha(), moved.alpha());
    }

    @Property
    void the_order_of_items_and_people_leaves_alpha_alone(
            @ForAll @Size(max = 10) List<@Size(3) List<@ShortRange(max = 5) Short>> rows) {
        CronbachAlpha turned = new CronbachAlpha(3);
        for (int row = rows.size() - 1; row >= 0; row--) {
            turned.add(array(rows.get(row)), new int[] {2, 0, 1});
        }
        OptionalDouble alpha = collect(rows).alpha();
        assertEquals(alpha.isPresent(), turned.alpha().isPresent());
        assertEquals(alpha.orElse(0), turned.alpha().orElse(0), 1e-12);
    }

    @Test
    void alphas_of_other_items_are_not_merged() {
        assertThrows(IllegalArgumentException.class, () -> new CronbachAlpha(3).merge(new CronbachAlpha(2)));
        assertThrows(IllegalArgumentException.class, () -> new CronbachAlpha(2).add(new short[] {1, 2, 3}, THREE));
    }

    @Property
    void alpha_is_the_same_merged_from_parts(
            @ForAll @Size(max = 10) List<@Size(3) List<@ShortRange(max = 5) Short>> first,
            @ForAll @Size(max = 10) List<@Size(3) List<@ShortRange(max = 5) Short>> second) {
        CronbachAlpha merged = collect(first);
        merged.merge(collect(second));
        CronbachAlpha atOnce = collect(first);
        second.forEach(row -> atOnce.add(array(row), THREE));
        assertEquals(atOnce.alpha(), merged.alpha());
        assertTrue(merged.alpha().orElse(0) <= 1 + 1e-12);
    }

    @Provide
    Arbitrary<List<Short>> answers() {
        return Arbitraries.shorts().between((short) 0, (short) 5).list().ofMaxSize(8);
    }

    private static CronbachAlpha collect(List<List<Short>> rows) {
        CronbachAlpha alpha = new CronbachAlpha(3);
        rows.forEach(row -> alpha.add(array(row), THREE));
        return alpha;
    }

    private static OptionalDouble alpha(short[][] rows) {
        CronbachAlpha alpha = new CronbachAlpha(3);
        for (short[] row : rows) {
            alpha.add(row, THREE);
        }
        return alpha.alpha();
    }

    private static short[] array(List<Short> answers) {
        short[] array = new short[answers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = answers.get(i);
        }
        return array;
    }
}
