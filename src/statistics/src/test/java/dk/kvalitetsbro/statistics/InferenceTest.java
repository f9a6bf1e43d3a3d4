package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.SizeWords.Size;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates and what is concluded from them, checked against an independent library where it has the same. */
@Domain(Draws.class)
@Domain(DomainContext.Global.class)
class InferenceTest {
    @Property
    void a_difference_is_welchs_test(
            @ForAll @IntRange(min = 2, max = 500) int n,
            @ForAll @IntRange(min = 2, max = 500) int m,
            @ForAll @DoubleRange(min = 400, max = 600) double mean,
            @ForAll @DoubleRange(min = 1, max = 200) double sd,
            @ForAll @DoubleRange(min = 1, max = 200) double otherSd) {
        Summary one = Summary.ofSd(n, mean, sd);
        Summary other = Summary.ofSd(m, 500, otherSd);
        Estimate ours = Estimate.ofDifference(one, other).orElseThrow();
        TTest.Result theirs = TTest.withDefaults()
                .with(DataDispersion.HETEROSCEDASTIC)
                .test(one.mean(), one.variance(), n, other.mean(), other.variance(), m);
        assertEquals(theirs.getStatistic(), ours.t(), 1e-9);
        assertEquals(theirs.getDegreesOfFreedom(), ours.degreesOfFreedom(), 1e-6);
        assertEquals(theirs.getPValue(), ours.p(), 1e-9);
    }

    @Property
    void one_sided_p_is_the_one_sample_t_test(
            @ForAll @IntRange(min = 2, max = 500) int n,
            @ForAll @DoubleRange(min = 0, max = 100) double mean,
            @ForAll @DoubleRange(min = 1, max = 50) double sd) {
        Estimate fromThreshold =
                Estimate.ofMean(Summary.ofSd(n, mean, sd)).orElseThrow().minus(70);
        TTest test = TTest.withDefaults().withMu(70);
        assertEquals(
                test.with(AlternativeHypothesis.LESS_THAN)
                        .test(mean, sd * sd, n)
                        .getPValue(),
                fromThreshold.pBelow(),
                1e-9);
        assertEquals(
                test.with(AlternativeHypothesis.GREATER_THAN)
                        .test(mean, sd * sd, n)
                        .getPValue(),
                fromThreshold.pAbove(),
                1e-9);
    }

    @Property
    void lying_below_is_what_the_interval_says(
            @ForAll @IntRange(min = 2, max = 100) int n,
            @ForAll @DoubleRange(min = 0, max = 100) double mean,
            @ForAll @DoubleRange(min = 1, max = 50) double sd) {
        Estimate estimate = Estimate.ofMean(Summary.ofSd(n, mean, sd)).orElseThrow();
        Interval interval = estimate.interval(0.95);
        assertEquals(interval.high() < 70, estimate.liesBelow(70, 0.95));
        assertEquals(interval.low() > 70, estimate.liesAbove(70, 0.95));
        assertEquals(!interval.contains(70), estimate.minus(70).p() < 0.05);
    }

    @Test
    void values_that_say_nothing_of_uncertainty_give_no_estimate() {
        assertTrue(Estimate.ofMean(Summary.of(4)).isEmpty());
        assertTrue(Estimate.ofMean(Summary.of(4, 4, 4)).isEmpty());
        assertTrue(Estimate.ofDifference(Summary.of(4, 4), Summary.of(3, 5)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"5, 124", "10, 72", "16, 53", "25, 41", "50, 28", "100, 20"})
    void few_answers_leave_wide_intervals(int n, int halfWidth) {
        Interval interval =
                Estimate.ofMean(Summary.ofSd(n, 500, 100)).orElseThrow().interval(0.95);
        assertEquals(halfWidth, interval.halfWidth(), 0.5);
    }

    @Test
    void a_confidence_in_percent_is_refused() {
        Estimate estimate = Estimate.ofMean(Summary.of(1, 2, 3)).orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> estimate.interval(95));
        assertThrows(IllegalArgumentException.class, () -> estimate.interval(1));
        assertThrows(IllegalArgumentException.class, () -> estimate.interval(0));
    }

    @Test
    void an_effect_size_is_counted_in_pooled_standard_deviations() {
        EffectSize effect = EffectSize.of(Summary.ofSd(20, 560, 120), Summary.ofSd(20, 500, 120))
                .orElseThrow();
        assertEquals(0.5, effect.d(), 1e-9);
        assertTrue(EffectSize.of(Summary.of(3, 5), Summary.of(6)).isPresent());
    }

    @Test
    void there_is_no_effect_size_without_spread() {
        assertEquals(Optional.empty(), EffectSize.of(Summary.of(3, 3), Summary.of(4, 4)));
        assertEquals(Optional.empty(), EffectSize.of(Summary.NONE, Summary.of(4, 5, 6)));
    }

    @Property
    void a_difference_seen_from_the_other_side_has_the_opposite_sign(@ForAll Summary one, @ForAll Summary other) {
        Estimate there = Estimate.ofDifference(one, other).orElseThrow();
        Estimate back = Estimate.ofDifference(other, one).orElseThrow();
        assertEquals(-there.value(), back.value(), 1e-9);
        assertEquals(there.standardError(), back.standardError(), 1e-9);
        assertEquals(there.degreesOfFreedom(), back.degreesOfFreedom(), 1e-9 * there.degreesOfFreedom());
        assertEquals(there.p(), back.p(), 1e-9);
        assertEquals(there.pBelow(), back.pAbove(), 1e-9);
        assertEquals(1, there.pBelow() + there.pAbove(), 1e-9);
    }

    @Property
    void a_difference_is_the_same_wherever_the_scale_begins_and_grows_with_its_unit(
            @ForAll Summary one,
            @ForAll Summary other,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor,
            @ForAll @DoubleRange(min = -1000, max = 1000) double shift) {
        Estimate plain = Estimate.ofDifference(one, other).orElseThrow();
        Estimate transformed = Estimate.ofDifference(one.transformed(factor, shift), other.transformed(factor, shift))
                .orElseThrow();
        assertEquals(factor * plain.value(), transformed.value(), 1e-8);
        assertEquals(factor * plain.standardError(), transformed.standardError(), 1e-8);
        assertEquals(plain.p(), transformed.p(), 1e-8);
    }

    @Property
    void an_interval_holds_its_estimate_and_widens_with_confidence(@ForAll Summary summary) {
        Estimate mean = Estimate.ofMean(summary).orElseThrow();
        Interval narrow = mean.interval(0.90);
        Interval wide = mean.interval(0.99);
        assertTrue(narrow.contains(mean.value()));
        assertTrue(wide.low() < narrow.low() && narrow.high() < wide.high());
        assertEquals(wide.high() - mean.value(), mean.value() - wide.low(), 1e-9);
        assertEquals((wide.high() - wide.low()) / 2, wide.halfWidth(), 1e-9);
    }

    @Property
    void degrees_of_freedom_lie_between_the_smaller_sample_and_both_together(
            @ForAll Summary one, @ForAll Summary other) {
        double freedom = Estimate.ofDifference(one, other).orElseThrow().degreesOfFreedom();
        assertTrue(freedom >= Math.min(one.n(), other.n()) - 1 - 1e-9);
        assertTrue(freedom <= one.n() + other.n() - 2 + 1e-9);
    }

    @Test
    void impossible_estimates_and_intervals_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Estimate(Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(0, Double.POSITIVE_INFINITY, 1));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1));
        assertTrue(new Interval(1, 2).contains(1) && new Interval(1, 2).contains(2));
        assertEquals(new Interval(1, 3), new Interval(1, 2).including(3));
        assertEquals(new Interval(0, 2), new Interval(1, 2).including(0));
        assertEquals(new Interval(1, 2), new Interval(1, 2).including(1.5));
    }

    @Property
    void an_effect_size_turns_with_its_direction_and_does_not_know_the_unit(
            @ForAll Summary one,
            @ForAll Summary other,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor,
            @ForAll @DoubleRange(min = -1000, max = 1000) double shift) {
        EffectSize effect = EffectSize.of(one, other).orElseThrow();
        assertEquals(-effect.g(), EffectSize.of(other, one).orElseThrow().g(), 1e-9);
        assertEquals(
                effect.g(),
                EffectSize.of(one.transformed(factor, shift), other.transformed(factor, shift))
                        .orElseThrow()
                        .g(),
                1e-8 * (1 + Math.abs(effect.g())));
        assertTrue(Math.abs(effect.g()) <= Math.abs(effect.d()));
    }

    @Property
    void identical_centres_spread_more_the_more_they_are_and_less_the_larger(
            @ForAll @IntRange(min = 2, max = 400) int centres, @ForAll @IntRange(min = 1, max = 100) int n) {
        ChanceSpread spread = new ChanceSpread(100, n);
        assertTrue(spread.expectedRange(centres + 1) > spread.expectedRange(centres));
        assertTrue(new ChanceSpread(100, n + 1).expectedRange(centres) < spread.expectedRange(centres));
        assertEquals(2 * spread.expectedRange(centres), new ChanceSpread(200, n).expectedRange(centres), 1e-9);
    }

    @Test
    void the_chance_spread_of_nobody_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new ChanceSpread(100, 0));
        assertThrows(IllegalArgumentException.class, () -> new ChanceSpread(-1, 16));
        assertEquals(0, new ChanceSpread(0, 1).expectedRange(20));
        assertEquals(0, new ChanceSpread(100, 16).expectedRange(1), 1e-9);
    }

    @Property
    void a_shrunken_mean_lies_between_the_municipality_and_the_centre(
            @ForAll @DoubleRange(min = 300, max = 700) double observed,
            @ForAll @DoubleRange(min = 0, max = 100) double tau,
            @ForAll @IntRange(max = 200) int n) {
        double shrunken = new Shrinkage(tau, 100, 500).estimate(observed, n);
        assertTrue(Math.abs(shrunken - 500) <= Math.abs(observed - 500) + 1e-9);
        assertTrue((shrunken - 500) * (observed - 500) >= 0);
    }

    @Property
    void a_mean_of_more_answers_is_drawn_less_far(
            @ForAll @DoubleRange(min = 0.1, max = 100) double tau, @ForAll @IntRange(max = 200) int n) {
        Shrinkage shrinkage = new Shrinkage(tau, 100, 500);
        assertTrue(shrinkage.weight(n + 1) > shrinkage.weight(n));
        assertTrue(shrinkage.weight(n) >= 0 && shrinkage.weight(n) < 1);
        assertTrue(new Shrinkage(tau + 1, 100, 500).weight(n + 1) > shrinkage.weight(n + 1));
    }

    @Test
    void a_mean_of_nobody_or_among_equal_centres_is_the_municipalitys() {
        assertEquals(500, new Shrinkage(30, 100, 500).estimate(450, 0));
        assertEquals(500, new Shrinkage(0, 100, 500).estimate(450, 16));
        assertThrows(IllegalArgumentException.class, () -> new Shrinkage(-1, 100, 500));
        assertThrows(IllegalArgumentException.class, () -> new Shrinkage(30, 0, 500));
        assertThrows(IllegalArgumentException.class, () -> new Shrinkage(30, 100, Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({
        "0, NOT_CLEAR",
        "19.9, NOT_CLEAR",
        "20, SMALL",
        "-49.9, SMALL",
        "50, MEDIUM",
        "79.9, MEDIUM",
        "-80, LARGE"
    })
    void a_difference_has_a_word_for_its_size(double points, Size size) {
        assertEquals(size, SizeWords.standard().of(points));
    }

    @Test
    void a_response_rate_of_nobody_invited_is_unknown() {
        assertTrue(new ResponseRate(5, 0).rate().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new ResponseRate(-1, 5));
    }

    @Test
    void two_answers_from_every_third_family_are_a_response_rate_of_a_third() {
        assertEquals(
                1.0 / 3,
                ResponseRate.of(RespondentGroup.PARENT, 20, 10, 30).rate().orElseThrow());
        assertEquals(
                2.0 / 3,
                ResponseRate.of(RespondentGroup.CHILD, 20, 0, 30).rate().orElseThrow());
    }
}
