package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.BetweenCentreVariation.Floor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.inference.OneWayAnova;
import org.junit.jupiter.api.Test;

/** How far centres lie apart, and how sure that is. */
@Domain(Draws.class)
@Domain(DomainContext.Global.class)
class BetweenCentreVariationTest {
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
    void the_spread_between_centres_is_what_the_mean_squares_leave() {
        IntraclassCorrelation icc = new IntraclassCorrelation(3, 9, 12, 4, 3);
        assertEquals(Math.sqrt(8 / 3.0), icc.betweenSd(), 1e-9);
        assertEquals(2, icc.withinSd());
        assertEquals(0.4, icc.displayed(), 1e-9);
    }

    @Test
    void centres_without_answers_say_nothing_of_variation() {
        List<Summary> centres = List.of(Summary.of(2, 3, 4), Summary.NONE, Summary.of(3, 4, 5), Summary.of(4, 5, 6));
        BetweenCentreVariation variation = variation(centres);
        assertEquals(3, variation.centres());
        assertEquals(9, variation.answers());
        assertEquals(3, variation.centreSize(), 1e-9);
        assertEquals(1, variation.withinSd(), 1e-9);
        assertEquals(0.4, variation.correlation(), 1e-9);
    }

    @Test
    void there_is_no_variation_between_fewer_than_two_centres() {
        assertEquals(Optional.empty(), BetweenCentreVariation.of(List.of(), 0.95));
        assertEquals(Optional.empty(), BetweenCentreVariation.of(List.of(Summary.of(2, 3)), 0.95));
        assertEquals(Optional.empty(), BetweenCentreVariation.of(List.of(Summary.of(2, 3), Summary.NONE), 0.95));
    }

    @Test
    void where_nobody_differs_from_others_of_the_same_centre_nothing_can_be_told() {
        assertEquals(
                Optional.empty(),
                BetweenCentreVariation.of(List.of(Summary.of(3), Summary.of(4), Summary.of(5)), 0.95));
        assertEquals(Optional.empty(), BetweenCentreVariation.of(List.of(Summary.of(4, 4), Summary.of(4, 4, 4)), 0.95));
        assertEquals(Optional.empty(), BetweenCentreVariation.of(List.of(Summary.of(3, 3), Summary.of(4, 4)), 0.95));
    }

    @Test
    void centres_with_a_single_answer_count_beside_larger_ones() {
        BetweenCentreVariation variation =
                variation(List.of(Summary.of(3), Summary.of(4), Summary.of(5, 3), Summary.of(2)));
        assertEquals(4, variation.centres());
        assertTrue(variation.correlationInterval().contains(variation.correlation()));
    }

    @Test
    void centres_with_equal_means_are_shown_as_not_varying_without_an_interval() {
        BetweenCentreVariation variation = variation(List.of(Summary.of(1, 3, 5), Summary.of(1, 3, 5)));
        assertEquals(-0.5, variation.rawCorrelation(), 1e-5);
        assertEquals(0, variation.correlation());
        assertEquals(new Interval(0, 0), variation.correlationInterval());
        assertEquals(0, variation.tau());
        assertEquals(new Interval(0, 0), variation.tauInterval());
        assertEquals(Floor.WHOLE_INTERVAL, variation.floor());
    }

    @Test
    void an_interval_that_reaches_below_0_is_shown_from_0_and_says_so() {
        BetweenCentreVariation variation =
                variation(List.of(Summary.of(2, 3, 4), Summary.of(3, 4, 5), Summary.of(4, 5, 6)));
        assertTrue(variation.rawCorrelationInterval().low() < 0);
        assertEquals(0, variation.correlationInterval().low());
        assertEquals(0, variation.tauInterval().low());
        assertEquals(Floor.LOW_END, variation.floor());
    }

    @Test
    void an_interval_above_0_is_shown_as_it_is() {
        BetweenCentreVariation variation =
                variation(List.of(Summary.of(1, 2, 3), Summary.of(11, 12, 13), Summary.of(21, 22, 23)));
        assertEquals(variation.rawCorrelationInterval(), variation.correlationInterval());
        assertEquals(Floor.UNUSED, variation.floor());
        assertTrue(variation.tauInterval().low() > 0);
    }

    /** Sizes as unequal as these are where putting one size for all fails. */
    @Test
    void intervals_catch_the_truth_as_often_as_they_say() {
        int[] sizes = {5, 5, 5, 6, 6, 7, 8, 60, 80};
        double correlation = 0.3;
        double tau = Math.sqrt(correlation / (1 - correlation));
        Random random = new Random(20190912);
        int rounds = 2000;
        int caught = 0;
        int caughtTau = 0;
        for (int round = 0; round < rounds; round++) {
            BetweenCentreVariation variation = variation(simulated(sizes, tau, random));
            caught += variation.rawCorrelationInterval().contains(correlation) ? 1 : 0;
            caughtTau += variation.tauInterval().contains(tau) ? 1 : 0;
        }
        assertEquals(0.95, (double) caught / rounds, 0.015);
        assertEquals(0.95, (double) caughtTau / rounds, 0.015);
    }

    private static List<Summary> simulated(int[] sizes, double tau, Random random) {
        return Arrays.stream(sizes)
                .mapToObj(size -> {
                    double centre = tau * random.nextGaussian();
                    return Summary.of(IntStream.range(0, size)
                            .mapToDouble(person -> centre + random.nextGaussian())
                            .toArray());
                })
                .toList();
    }

    @Property
    void with_equal_sizes_the_interval_is_the_closed_form(
            @ForAll @DoubleRange(min = 450, max = 550) double one,
            @ForAll @DoubleRange(min = 450, max = 550) double other,
            @ForAll @DoubleRange(min = 20, max = 150) double sd) {
        List<Summary> centres = List.of(Summary.ofSd(8, one, sd), Summary.ofSd(8, other, sd), Summary.ofSd(8, 500, sd));
        IntraclassCorrelation analysis = IntraclassCorrelation.of(centres).orElseThrow();
        Interval ratio = new VarianceRatio(centres, analysis).interval(0.95);
        FDistribution f = FDistribution.of(2, 21);
        double low = (analysis.f() / f.inverseSurvivalProbability(0.025) - 1) / 8;
        double high = (analysis.f() / f.inverseCumulativeProbability(0.025) - 1) / 8;
        assertEquals(low, ratio.low(), 1e-6);
        assertEquals(high, ratio.high(), 1e-6 + 1e-9 * Math.abs(high));
    }

    @Property
    void every_interval_holds_its_estimate_and_shows_nothing_below_0(@ForAll List<Summary> round) {
        BetweenCentreVariation variation = variation(round);
        assertTrue(variation.rawCorrelationInterval().contains(variation.rawCorrelation()));
        assertTrue(variation.correlationInterval().contains(variation.correlation()));
        assertTrue(variation.tauInterval().contains(variation.tau()));
        assertTrue(variation.correlationInterval().low() >= 0);
        assertTrue(variation.tauInterval().low() >= 0);
        assertTrue(variation.correlationInterval().high() <= 1);
        assertTrue(variation.rawCorrelationInterval().low() >= -1);
        assertEquals(variation.tauInterval().high() == 0, variation.floor() == Floor.WHOLE_INTERVAL);
        assertTrue(variation.withinSd() > 0);
    }

    @Property
    void a_wider_confidence_gives_a_wider_interval(@ForAll List<Summary> round) {
        Interval narrow = variation(round).rawCorrelationInterval();
        Interval wide = BetweenCentreVariation.of(round, 0.99).orElseThrow().rawCorrelationInterval();
        assertTrue(wide.low() <= narrow.low() && wide.high() >= narrow.high());
    }

    @Property
    void the_order_of_the_centres_makes_no_difference(@ForAll List<Summary> round, @ForAll Random random) {
        List<Summary> shuffled = new ArrayList<>(round);
        Collections.shuffle(shuffled, random);
        assertSame(variation(round), variation(shuffled), 1);
    }

    @Property
    void a_shifted_scale_leaves_the_correlation_and_a_stretched_one_stretches_tau(
            @ForAll List<Summary> round,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor,
            @ForAll @DoubleRange(min = -500, max = 500) double shift) {
        List<Summary> transformed =
                round.stream().map(centre -> centre.transformed(factor, shift)).toList();
        assertSame(variation(round), variation(transformed), factor);
    }

    private static void assertSame(BetweenCentreVariation expected, BetweenCentreVariation actual, double factor) {
        assertEquals(expected.rawCorrelation(), actual.rawCorrelation(), 1e-7);
        assertClose(expected.rawCorrelationInterval(), actual.rawCorrelationInterval(), 1);
        assertClose(expected.tauInterval(), actual.tauInterval(), factor);
        assertEquals(factor * expected.tau(), actual.tau(), 1e-2 * factor);
        assertEquals(factor * expected.withinSd(), actual.withinSd(), 1e-7 * actual.withinSd());
    }

    private static void assertClose(Interval expected, Interval actual, double factor) {
        double precision = 1e-6 + 1e-4 * factor * expected.high();
        assertEquals(factor * expected.low(), actual.low(), precision);
        assertEquals(factor * expected.high(), actual.high(), precision);
    }

    private static BetweenCentreVariation variation(List<Summary> centres) {
        return BetweenCentreVariation.of(centres, 0.95).orElseThrow();
    }
}
