package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same values, computed by other software in other ways, give the same figures. */
class IndependentFiguresTest {
    private static final List<String> CENTRES = List.of("C02", "C07", "C12");

    private final IndependentFigures figures = new IndependentFigures();
    private final Map<String, Summary> before = figures.centres("before");
    private final Map<String, Summary> after = figures.centres("after");

    /** In one test, so that a figure that nothing is compared with is noticed. */
    @Test
    void every_figure_is_what_other_software_makes_of_the_values() {
        alpha();
        adjusted("holm", MultipleTesting.holm(pValues()));
        adjusted("benjamini-hochberg", MultipleTesting.benjaminiHochberg(pValues()));
        CENTRES.forEach(centre -> {
            mean(centre);
            threshold(centre);
            difference("change " + centre, own(after, centre), own(before, centre));
            effect("effect " + centre, own(after, centre), own(before, centre));
            difference("against rest " + centre, own(after, centre), rest(after, centre));
            effect("effect against rest " + centre, own(after, centre), rest(after, centre));
            followUp(centre);
        });
        for (String set : List.of("before", "after", "balanced")) {
            Map<String, Summary> centres = figures.centres(set);
            analysis(set, List.copyOf(centres.values()));
            variation(set, List.copyOf(centres.values()));
            municipalMean(set, List.copyOf(centres.values()));
            shrunken(set, centres);
        }
        for (int centres : new int[] {2, 20, 431}) {
            figures.expect("range", String.valueOf(centres), new ChanceSpread(1, 1).expectedRange(centres));
        }
        backgroundGap();
        assertEquals(List.of(), figures.left());
    }

    private void alpha() {
        CronbachAlpha alpha = new CronbachAlpha(5);
        for (String respondent : figures.values("answers")) {
            String[] given = respondent.split(" ", -1);
            short[] answers = new short[given.length];
            for (int i = 0; i < given.length; i++) {
                answers[i] = Short.parseShort(given[i]);
            }
            alpha.add(answers, new int[] {0, 1, 2, 3, 4});
        }
        figures.expect("alpha", "alpha", alpha.alpha().orElseThrow());
    }

    private double[] pValues() {
        return figures.values("p").stream().mapToDouble(Double::parseDouble).toArray();
    }

    private void adjusted(String figure, double[] adjusted) {
        List<String> tests = figures.left(figure);
        for (int i = 0; i < adjusted.length; i++) {
            figures.expect(figure, tests.get(i), adjusted[i]);
        }
    }

    private void mean(String centre) {
        String figure = "mean " + centre;
        Summary own = own(after, centre);
        figures.expect(figure, "n", own.n());
        figures.expect(figure, "mean", own.mean());
        figures.expect(figure, "variance", own.variance());
        figures.expectInterval(figure, Estimate.ofMean(own).orElseThrow().interval(0.95));
    }

    private void threshold(String centre) {
        String figure = "threshold " + centre;
        Estimate from = Estimate.ofMean(own(after, centre)).orElseThrow().minus(3.9);
        figures.expect(figure, "p below", from.pBelow());
        figures.expect(figure, "p above", from.pAbove());
        figures.expect(figure, "p", from.p());
    }

    private void difference(String figure, Summary one, Summary other) {
        Estimate difference = Estimate.ofDifference(one, other).orElseThrow();
        figures.expect(figure, "value", difference.value());
        figures.expect(figure, "t", difference.t());
        figures.expect(figure, "df", difference.degreesOfFreedom());
        figures.expect(figure, "p", difference.p());
        figures.expectInterval(figure, difference.interval(0.95));
    }

    private void effect(String figure, Summary one, Summary other) {
        EffectSize effect = EffectSize.of(one, other).orElseThrow();
        figures.expect(figure, "d", effect.d());
        figures.expect(figure, "g", effect.g());
    }

    private void followUp(String centre) {
        String figure = "follow-up " + centre;
        Estimate difference = FollowUp.of(
                        own(before, centre), own(after, centre), rest(before, centre), rest(after, centre))
                .orElseThrow()
                .difference();
        figures.expect(figure, "value", difference.value());
        figures.expect(figure, "standard error", difference.standardError());
        figures.expect(figure, "df", difference.degreesOfFreedom());
        figures.expect(figure, "p", difference.p());
        figures.expectInterval(figure, difference.interval(0.95));
    }

    private void analysis(String set, List<Summary> centres) {
        IntraclassCorrelation analysis = IntraclassCorrelation.of(centres).orElseThrow();
        figures.expect(set, "msb", analysis.betweenMeanSquare());
        figures.expect(set, "msw", analysis.withinMeanSquare());
        figures.expect(set, "f", analysis.f());
        figures.expect(set, "p", analysis.p());
    }

    private void variation(String set, List<Summary> centres) {
        BetweenCentreVariation variation =
                BetweenCentreVariation.of(centres, 0.95).orElseThrow();
        figures.expect(set, "n0", variation.centreSize());
        figures.expect(set, "icc", variation.rawCorrelation());
        figures.expect(set, "icc low", variation.rawCorrelationInterval().low());
        figures.expect(set, "icc high", variation.rawCorrelationInterval().high());
        figures.expect(set, "tau", variation.tau());
        figures.expect(set, "tau low", variation.tauInterval().low());
        figures.expect(set, "tau high", variation.tauInterval().high());
        figures.expect(set, "sigma", variation.withinSd());
    }

    private void municipalMean(String set, List<Summary> centres) {
        String figure = "municipal mean " + set;
        Estimate mean = MunicipalMean.of(centres).orElseThrow().estimate().orElseThrow();
        double correlation = IntraclassCorrelation.of(centres).orElseThrow().displayed();
        figures.expect(
                figure, "n", MunicipalMean.of(centres).orElseThrow().answers().n());
        figures.expect(figure, "mean", mean.value());
        figures.expect(figure, "standard error", mean.standardError());
        figures.expect(
                figure, "design effect", DesignEffect.of(centres, correlation).varianceFactor());
        figures.expectInterval(figure, mean.interval(0.95));
    }

    private void shrunken(String set, Map<String, Summary> centres) {
        IntraclassCorrelation analysis =
                IntraclassCorrelation.of(List.copyOf(centres.values())).orElseThrow();
        double mean =
                centres.values().stream().reduce(Summary.NONE, Summary::plus).mean();
        Shrinkage shrinkage = new Shrinkage(analysis.betweenSd(), analysis.withinSd(), mean);
        centres.forEach((code, centre) ->
                figures.expect("shrunken " + set, code, shrinkage.estimate(centre.mean(), centre.n())));
    }

    private void backgroundGap() {
        Estimate gap = BackgroundGap.between(
                        new BackgroundGap.Category("LONG", Summary.ofSd(311, 78.4, 19.2)),
                        new BackgroundGap.Category("SHORT", Summary.ofSd(94, 70.9, 23.7)))
                .orElseThrow()
                .difference();
        figures.expect("background gap", "t", gap.t());
        figures.expect("background gap", "p", gap.p());
        figures.expectInterval("background gap", gap.interval(0.95));
    }

    private static Summary own(Map<String, Summary> round, String centre) {
        return round.getOrDefault(centre, Summary.NONE);
    }

    private static Summary rest(Map<String, Summary> round, String centre) {
        List<Summary> all = new ArrayList<>(round.values());
        return all.stream().reduce(Summary.NONE, Summary::plus).minus(own(round, centre));
    }
}
