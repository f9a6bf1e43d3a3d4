package dk.kvalitetsbro.statistics;

import static dk.kvalitetsbro.statistics.findings.Judging.judge;
import static dk.kvalitetsbro.statistics.findings.Judging.judgeFirst;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.Protection;
import dk.kvalitetsbro.statistics.disclosure.ProtectionGoal;
import dk.kvalitetsbro.statistics.disclosure.Publication;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import dk.kvalitetsbro.statistics.disclosure.PublishedFigure;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Cells;
import dk.kvalitetsbro.statistics.findings.Ground;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Signal;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** T01 to T20: the examples that the method was agreed on. */
class WorkedExamplesTest {
    private final WorkedExamples examples = WorkedExamples.read();

    @AfterEach
    void every_figure_of_the_example_was_met(TestInfo test) {
        test.getTestMethod()
                .map(WorkedExamplesTest::id)
                .filter(examples.ids()::contains)
                .ifPresent(examples::requireAllMet);
    }

    private static String id(Method test) {
        return test.getName().split("_", 2)[0].replaceFirst("^t", "T");
    }

    @Test
    void every_example_of_the_file_has_its_test() {
        Set<String> tested = Arrays.stream(getClass().getDeclaredMethods())
                .map(WorkedExamplesTest::id)
                .collect(Collectors.toSet());
        List<String> untested =
                examples.ids().stream().filter(id -> !tested.contains(id)).toList();
        assertEquals(List.of(), untested);
        assertEquals(22, examples.ids().size());
    }

    @Test
    void t01_a_negative_wording_is_turned_around() {
        examples.expect("T01", Scale.AGREE_5.reverse(2), Scale.SMILEY_3.reverse(1));
    }

    @Test
    void t02_an_index_needs_half_of_the_items_answered() {
        short[] threeOfFour = {4, 5, (short) Scale.AGREE_5.reverse(2), 0};
        examples.expect("T02", ThemeIndex.of(threeOfFour).orElseThrow());
        assertTrue(ThemeIndex.of(new short[] {4, 0, 0, 0}).isEmpty());
    }

    @Test
    void t03_a_mean_becomes_percent_of_the_maximum() {
        examples.expect("T03", Scale.AGREE_5.pomp(13 / 3.0));
    }

    @Test
    void t04_alpha_of_four_respondents_and_three_items() {
        CronbachAlpha alpha = new CronbachAlpha(3);
        for (short[] row : new short[][] {{1, 1, 2}, {2, 3, 2}, {3, 3, 4}, {4, 5, 4}}) {
            alpha.add(row, new int[] {0, 1, 2});
        }
        examples.expect("T04", alpha.alpha().orElseThrow());
    }

    @Test
    void t05_the_500_scale_keeps_its_baseline() {
        Scale500 scale = new Scale500(3.80, 0.60);
        examples.expect("T05", scale.points(3.62), scale.points(3.92));
    }

    @Test
    void t06_a_small_sample_shrinks_the_effect_size() {
        EffectSize effect =
                EffectSize.of(Summary.of(3, 4, 5), Summary.of(2, 3, 4)).orElseThrow();
        examples.expect("T06", effect.d(), effect.smallSampleCorrection(), effect.g());
    }

    @Test
    void t07_the_interval_of_a_mean_of_nine() {
        Interval interval =
                Estimate.ofMean(Summary.ofSd(9, 470, 90)).orElseThrow().interval(0.95);
        examples.expect("T07", interval.low(), interval.high());
    }

    @Test
    void t08_a_change_of_forty_points_among_twenty_five_may_be_chance() {
        Estimate change = change(Summary.ofSd(25, 480, 100), Summary.ofSd(25, 520, 100));
        Interval interval = change.interval(0.95);
        examples.expect(
                "T08",
                change.value(),
                change.t(),
                change.degreesOfFreedom(),
                change.p(),
                interval.low(),
                interval.high());

        Judgement judgement = judgeRoundsOf(25);
        assertEquals(Status.NO_SIGN, judgement.status());
        assertFalse(judgement.shows(SignalKind.PROGRESS));
    }

    @Test
    void t08b_the_same_change_among_a_hundred_is_progress() {
        Estimate change = change(Summary.ofSd(100, 480, 100), Summary.ofSd(100, 520, 100));
        Interval interval = change.interval(0.95);
        examples.expect("T08b", change.p(), interval.low(), interval.high());

        Judgement judgement = judgeRoundsOf(100);
        assertEquals(Status.STRENGTH, judgement.status());
        assertTrue(judgement.shows(SignalKind.PROGRESS));
    }

    private static Judgement judgeRoundsOf(int n) {
        return judgeFirst(Cells.cell().points(n, 520, 100).previousPoints(n, 480, 100));
    }

    @Test
    void t09_p_values_are_adjusted_for_their_number() {
        double[] p = {0.01, 0.04, 0.03, 0.005};
        examples.expect("T09", MultipleTesting.holm(p));
        examples.expect("T09", MultipleTesting.benjaminiHochberg(p));
    }

    @Test
    void t10_a_centre_is_compared_with_the_rest_and_not_with_the_whole() {
        Summary whole = Summary.ofSd(100, 500, 100);
        examples.expect("T10", whole.minus(Summary.ofSd(20, 460, 100)).mean());
    }

    @Test
    void t11_variation_between_centres_of_equal_size() {
        List<Summary> centres = List.of(Summary.of(2, 3, 4), Summary.of(3, 4, 5), Summary.of(4, 5, 6));
        IntraclassCorrelation icc = IntraclassCorrelation.of(centres).orElseThrow();
        examples.expect("T11", icc.betweenMeanSquare(), icc.withinMeanSquare(), icc.f(), icc.p(), icc.value());
        Interval interval =
                BetweenCentreVariation.of(centres, 0.95).orElseThrow().rawCorrelationInterval();
        assertEquals(-0.24, interval.low(), 0.005);
        assertEquals(0.97, interval.high(), 0.005);
    }

    @Test
    void t11b_variation_between_centres_of_unequal_size() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(
                        List.of(Summary.of(2, 4), Summary.of(3, 4, 5), Summary.of(4, 5, 6, 7)))
                .orElseThrow();
        examples.expect("T11b", icc.betweenMeanSquare(), icc.withinMeanSquare(), icc.clusterSize(), icc.value());
    }

    @Test
    void t12_identical_centres_still_spread() {
        ChanceSpread spread = new ChanceSpread(100, 16);
        examples.expect("T12", spread.sdOfMeans(), spread.expectedRange(20));
        assertEquals(93.4, spread.expectedRange(20), 0.05);
    }

    @Test
    void t13_a_mean_of_sixteen_is_drawn_towards_the_municipality() {
        Shrinkage shrinkage = new Shrinkage(30, 100, 500);
        examples.expect("T13", shrinkage.weight(16), shrinkage.estimate(450, 16));
    }

    @Test
    void t14_a_total_does_not_give_the_hidden_cell_away() {
        Protection protection = Protection.of(
                new Publication(
                        DisclosureRule.standard(),
                        RespondentGroup.CHILD,
                        List.of(childrenAt("A", 12, 18), childrenAt("B", 3, 6), childrenAt("C", 8, 13))),
                ProtectionGoal.standard());
        assertEquals(Optional.empty(), protection.turnout(Place.centre("A")));
        assertEquals(Optional.of(WithheldReason.TOO_FEW_ANSWERS), protection.turnout(Place.centre("B")));
        assertEquals(Optional.of(WithheldReason.TO_PROTECT_ANOTHER), protection.turnout(Place.centre("C")));
        assertEquals(Optional.empty(), protection.turnout(Place.MUNICIPALITY));
    }

    private static PublishedCentre childrenAt(String code, long answers, long eligible) {
        Counts counts = new Counts(RespondentGroup.CHILD, answers, 0, 0, false);
        return new PublishedCentre(
                code,
                "Nord",
                false,
                eligible,
                counts,
                List.of(PublishedFigure.alone("MAT", counts, Summary.ofSd(answers, 75, 20))));
    }

    @Test
    void t15_nineteen_of_twenty_five_answered() {
        examples.expect("T15", 100 * new ResponseRate(19, 25).rate().orElseThrow());
    }

    @Test
    void t16_answers_in_clusters_cost_precision() {
        DesignEffect effect = new DesignEffect(16, 0.09);
        examples.expect("T16", effect.varianceFactor(), effect.standardErrorFactor());
    }

    @Test
    void t17_staff_and_parents_lie_apart_in_pomp() {
        Estimate gap = change(Summary.ofSd(40, 68, 18), Summary.ofSd(12, 82, 12));
        Interval interval = gap.interval(0.95);
        examples.expect(
                "T17", gap.value(), gap.standardError(), gap.degreesOfFreedom(), interval.low(), interval.high());
    }

    @Test
    void t18_the_smallest_of_ten_tests_remains_an_indication() {
        List<Cells> cells = new ArrayList<>();
        cells.add(Cells.cell().points(20, 450, 100).restPoints(400, 505, 100));
        for (int other = 2; other <= 10; other++) {
            cells.add(Cells.cell().theme("OTHER" + other).points(20, 500, 100).restPoints(400, 500, 100));
        }
        Judgement judgement = judgeFirst(cells.toArray(Cells[]::new));
        Signal signal = judgement.signals().get(0);
        Estimate difference = change(Summary.ofSd(400, 505, 100), Summary.ofSd(20, 450, 100));
        examples.expect(
                "T18",
                signal.estimate(),
                difference.standardError(),
                difference.t(),
                difference.degreesOfFreedom(),
                signal.p(),
                signal.interval().low(),
                signal.interval().high(),
                signal.familySize(),
                signal.adjustedP());
        assertEquals(SignalKind.BELOW_REST, signal.kind());
        assertEquals(Status.INDICATION, judgement.status());
    }

    /** Every outcome of four groups is judged by the rules and weighed by its probability when nothing is wrong. */
    @Test
    void t19_two_groups_rarely_agree_by_chance() {
        RespondentGroup[] groups = {
            RespondentGroup.CHILD, RespondentGroup.CONTACT_PEDAGOGUE, RespondentGroup.PEDAGOGUE, RespondentGroup.PARENT
        };
        double chance = 0;
        for (int outcome = 0; outcome < 1 << groups.length; outcome++) {
            Cells[] cells = new Cells[groups.length];
            double probability = 1;
            for (int g = 0; g < groups.length; g++) {
                boolean below = (outcome & 1 << g) != 0;
                probability *= below ? 0.025 : 0.975;
                cells[g] = Cells.cell()
                        .group(groups[g])
                        .points(20, below ? 450 : 500, 100)
                        .restPoints(400, 505, 100);
            }
            if (judge(cells).stream().anyMatch(j -> j.grounds().contains(Ground.SEEN_BY_SEVERAL_GROUPS))) {
                chance += probability;
            }
        }
        int themes = 12;
        examples.expect("T19", chance, 1 - Math.pow(1 - chance, themes), themes);
    }

    @Test
    void t20_a_follow_up_is_the_change_beside_the_change_of_the_rest() {
        FollowUp followUp = FollowUp.of(
                        Summary.ofSd(20, 450, 100),
                        Summary.ofSd(20, 480, 100),
                        Summary.ofSd(400, 500, 100),
                        Summary.ofSd(400, 510, 100))
                .orElseThrow();
        examples.expect(
                "T20",
                followUp.change().value(),
                followUp.restChange().value(),
                followUp.difference().value());
    }

    private static Estimate change(Summary from, Summary to) {
        return Estimate.ofDifference(to, from).orElseThrow();
    }
}
