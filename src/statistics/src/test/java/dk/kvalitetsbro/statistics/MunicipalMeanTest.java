package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

/** A mean of many centres is less certain than its number of answers suggests. */
@Domain(Draws.class)
@Domain(DomainContext.Global.class)
class MunicipalMeanTest {
    @Test
    void the_mean_counts_every_answer_alike() {
        MunicipalMean mean = MunicipalMean.of(List.of(Summary.of(1, 2, 3), Summary.NONE, Summary.of(5, 7)))
                .orElseThrow();
        assertEquals(2, mean.centres());
        assertEquals(5, mean.answers().n());
        assertEquals(3.6, mean.answers().mean(), 1e-9);
        assertEquals(3.6, mean.estimate().orElseThrow().value(), 1e-9);
        assertEquals(1, mean.estimate().orElseThrow().degreesOfFreedom());
    }

    @Test
    void an_intraclass_correlation_of_009_makes_the_error_half_as_large_again() {
        List<Summary> centres = centresOfSixteenWithCorrelation(0.09);
        Estimate mean = MunicipalMean.of(centres).orElseThrow().estimate().orElseThrow();
        double unrelated = 100 / Math.sqrt(16.0 * centres.size());
        assertEquals(1.533, mean.standardError() / unrelated, 0.0005);
        assertEquals(centres.size() - 1, mean.degreesOfFreedom());
    }

    /** Twenty centres whose people vary by 100 in all, of which this share lies between centres. */
    private static List<Summary> centresOfSixteenWithCorrelation(double share) {
        double within = 100 * Math.sqrt(1 - share);
        double between = Math.sqrt((share * 1e4 + within * within / 16) * 19 / 20);
        return IntStream.range(0, 20)
                .mapToObj(centre -> Summary.ofSd(16, 500 + (centre % 2 == 0 ? between : -between), within))
                .toList();
    }

    @Test
    void centres_that_do_not_vary_cost_no_precision() {
        List<Summary> alike = Collections.nCopies(10, Summary.ofSd(10, 500, 100));
        Estimate mean = MunicipalMean.of(alike).orElseThrow().estimate().orElseThrow();
        assertEquals(10, mean.standardError(), 1e-9);
    }

    @Test
    void one_answer_from_each_centre_is_an_ordinary_mean() {
        List<Summary> leaders = List.of(Summary.of(3), Summary.of(4), Summary.of(5), Summary.of(4));
        assertEquals(
                Estimate.ofMean(Summary.of(3, 4, 5, 4)),
                MunicipalMean.of(leaders).orElseThrow().estimate());
    }

    @Test
    void a_mean_that_nothing_tells_the_uncertainty_of_stands_alone() {
        assertNoEstimate(Summary.of(3, 4, 5));
        assertNoEstimate(Summary.of(4));
        assertNoEstimate(Summary.of(4, 4), Summary.of(4, 4));
        assertNoEstimate(Summary.of(4, 4), Summary.of(3, 3));
        assertNoEstimate(Summary.of(4), Summary.of(4));
        assertEquals(Optional.empty(), MunicipalMean.of(List.of()));
        assertEquals(Optional.empty(), MunicipalMean.of(List.of(Summary.NONE)));
    }

    private static void assertNoEstimate(Summary... centres) {
        MunicipalMean mean = MunicipalMean.of(List.of(centres)).orElseThrow();
        assertTrue(mean.estimate().isEmpty());
        assertEquals(centres.length, mean.centres());
    }

    @Test
    void intervals_catch_the_truth_in_nineteen_rounds_of_twenty() {
        int[] sizes = {6, 8, 9, 11, 12, 14, 15, 16, 16, 18, 20, 21, 25, 28, 31, 40};
        double tau = Math.sqrt(0.1 / 0.9);
        Random random = new Random(20190912);
        int rounds = 2000;
        int caught = 0;
        for (int round = 0; round < rounds; round++) {
            List<Summary> centres = simulated(sizes, tau, random);
            Estimate mean = MunicipalMean.of(centres).orElseThrow().estimate().orElseThrow();
            caught += mean.interval(0.95).contains(500) ? 1 : 0;
        }
        assertEquals(0.95, (double) caught / rounds, 0.015);
    }

    private static List<Summary> simulated(int[] sizes, double tau, Random random) {
        return Arrays.stream(sizes)
                .mapToObj(size -> {
                    double centre = 500 + tau * random.nextGaussian();
                    return Summary.of(IntStream.range(0, size)
                            .mapToDouble(person -> centre + random.nextGaussian())
                            .toArray());
                })
                .toList();
    }

    @Property
    void the_interval_is_never_narrower_than_that_of_unrelated_answers(@ForAll List<Summary> round) {
        MunicipalMean.of(round).flatMap(MunicipalMean::estimate).ifPresent(mean -> {
            IntraclassCorrelation analysis = IntraclassCorrelation.of(round).orElseThrow();
            double unrelated =
                    Math.hypot(analysis.withinSd(), analysis.betweenSd()) / Math.sqrt((double) analysis.observations());
            assertTrue(mean.standardError() >= unrelated * (1 - 1e-12));
            assertTrue(mean.interval(0.95).contains(mean.value()));
        });
    }

    @Property
    void another_unit_gives_the_same_mean_in_that_unit(
            @ForAll List<Summary> round,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor,
            @ForAll @DoubleRange(min = -500, max = 500) double shift) {
        Optional<Estimate> plain = MunicipalMean.of(round).flatMap(MunicipalMean::estimate);
        Optional<Estimate> transformed = MunicipalMean.of(round.stream()
                        .map(centre -> centre.transformed(factor, shift))
                        .toList())
                .flatMap(MunicipalMean::estimate);
        assertEquals(plain.isPresent(), transformed.isPresent());
        plain.ifPresent(mean -> {
            Estimate other = transformed.orElseThrow();
            assertEquals(factor * mean.value() + shift, other.value(), 1e-8 * (1 + Math.abs(other.value())));
            assertEquals(factor * mean.standardError(), other.standardError(), 1e-6 * other.standardError());
        });
    }

    @Test
    void the_average_person_is_in_a_larger_centre_than_the_average_centre() {
        List<Summary> centres = List.of(Summary.ofSd(10, 500, 100), Summary.ofSd(30, 500, 100));
        assertEquals(25, DesignEffect.of(centres, 0.1).meanClusterSize());
        assertEquals(3.4, DesignEffect.of(centres, 0.1).varianceFactor(), 1e-9);
    }

    @Test
    void a_design_effect_needs_a_centre_of_one_and_a_correlation_between_0_and_1() {
        assertThrows(IllegalArgumentException.class, () -> new DesignEffect(0.9, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new DesignEffect(16, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new DesignEffect(16, 1.1));
        assertThrows(IllegalArgumentException.class, () -> DesignEffect.of(List.of(Summary.NONE), 0.1));
        assertEquals(1, new DesignEffect(1, 0.5).varianceFactor());
        assertEquals(1, new DesignEffect(16, 0).varianceFactor());
    }
}
