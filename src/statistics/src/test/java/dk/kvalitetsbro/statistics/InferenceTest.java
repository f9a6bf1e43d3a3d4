package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.SizeWords.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.OneWayAnova;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates and what is concluded from them, checked against an independent library where it has the same. */
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
    void a_follow_up_is_less_certain_than_the_change_it_contains() {
        Estimate change = Estimate.ofDifference(Summary.ofSd(20, 480, 100), Summary.ofSd(20, 450, 100))
                .orElseThrow();
        Estimate rest = Estimate.ofDifference(Summary.ofSd(400, 510, 100), Summary.ofSd(400, 500, 100))
                .orElseThrow();
        assertEquals(Math.sqrt(1000 + 50), change.minus(rest).standardError(), 1e-9);
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
    }

    @Test
    void an_effect_size_is_counted_in_pooled_standard_deviations() {
        EffectSize effect = EffectSize.of(Summary.ofSd(20, 560, 120), Summary.ofSd(20, 500, 120))
                .orElseThrow();
        assertEquals(0.5, effect.d(), 1e-9);
    }

    @Test
    void there_is_no_effect_size_without_spread() {
        assertEquals(Optional.empty(), EffectSize.of(Summary.of(3, 3), Summary.of(4, 4)));
        assertEquals(Optional.empty(), EffectSize.of(Summary.NONE, Summary.of(4, 5, 6)));
    }

    @Property
    void an_adjusted_p_is_never_smaller_and_keeps_the_order(
            @ForAll List<@DoubleRange(min = 0, max = 1) Double> family) {
        double[] p = family.stream().mapToDouble(each -> each).toArray();
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
        double[] p = family.stream().mapToDouble(each -> each).toArray();
        double[] holm = MultipleTesting.holm(p);
        double[] benjaminiHochberg = MultipleTesting.benjaminiHochberg(p);
        for (int i = 0; i < p.length; i++) {
            assertTrue(holm[i] >= benjaminiHochberg[i] - 1e-12);
        }
    }

    @Test
    void something_that_is_no_p_value_is_not_adjusted() {
        assertThrows(IllegalArgumentException.class, () -> MultipleTesting.holm(0.5, Double.NaN));
    }

    @Test
    void variation_between_centres_is_the_analysis_of_variance() {
        double[][] centres = {{2, 4, 3.5}, {3, 4, 5, 1}, {4, 5}, {2, 2, 5, 4, 3}};
        IntraclassCorrelation ours = IntraclassCorrelation.of(
                        Arrays.stream(centres).map(Summary::of).toList())
                .orElseThrow();
        OneWayAnova.Result theirs = OneWayAnova.withDefaults().test(Arrays.asList(centres));
        assertEquals(theirs.getMSBG(), ours.betweenMeanSquare(), 1e-9);
        assertEquals(theirs.getMSWG(), ours.withinMeanSquare(), 1e-9);
        assertEquals(theirs.getPValue(), ours.p(), 1e-9);
    }

    @Test
    void centres_without_answers_say_nothing_of_variation() {
        List<Summary> centres = List.of(Summary.of(2, 3, 4), Summary.NONE, Summary.of(3, 4, 5), Summary.of(4, 5, 6));
        IntraclassCorrelation icc = IntraclassCorrelation.of(centres).orElseThrow();
        assertEquals(3, icc.clusters());
        assertEquals(0.4, icc.value(), 1e-9);
        assertTrue(IntraclassCorrelation.of(List.of(Summary.of(2, 3), Summary.NONE))
                .isEmpty());
    }

    @Test
    void centres_that_are_more_alike_than_chance_are_shown_as_not_varying() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(List.of(Summary.of(1, 3, 5), Summary.of(1, 3, 5)))
                .orElseThrow();
        assertTrue(icc.value() < 0);
        assertEquals(0, icc.displayed());
        assertEquals(0, icc.betweenSd());
        assertEquals(0, icc.betweenSdInterval(0.95).low());
    }

    @Test
    void the_spread_between_centres_is_what_the_mean_squares_leave() {
        IntraclassCorrelation icc = new IntraclassCorrelation(3, 9, 12, 4, 3);
        assertEquals(Math.sqrt(8 / 3.0), icc.betweenSd(), 1e-9);
        assertEquals(2, icc.withinSd());
        assertEquals(0.4, icc.displayed(), 1e-9);
        assertTrue(icc.betweenSdInterval(0.95).contains(icc.betweenSd()));
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
