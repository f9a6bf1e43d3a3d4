package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static dk.kvalitetsbro.statistics.findings.Signal.Unit.POINTS;
import static dk.kvalitetsbro.statistics.findings.Signal.Unit.POMP;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.MultipleTesting;
import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs every test of one centre and round, family by family, and keeps as signals those that hold. Tests that do not
 * hold still count in their family: leaving them out would make chance look like a sign.
 */
final class SignalTests {
    private final Thresholds limits;

    SignalTests(Thresholds limits) {
        this.limits = limits;
    }

    /** One test of one cell: it holds as a shortfall, as the mirror of one, as a gap, or not at all. */
    private record Test(
            Cell cell,
            Signal.Unit unit,
            Estimate estimate,
            double reference,
            Optional<RespondentGroup> otherGroup,
            double p,
            Optional<SignalKind> holdsAs) {

        Signal signal(SignalKind kind, double adjustedP, int familySize, double confidence) {
            return new Signal(
                    kind,
                    unit,
                    estimate.value(),
                    estimate.interval(confidence),
                    reference,
                    otherGroup,
                    p,
                    adjustedP,
                    familySize);
        }
    }

    /**
     * Runs all families.
     *
     * @param cells those of one centre and round that are neither suppressed nor lacking data
     */
    Signals run(List<Cell> cells) {
        Map<String, Cell> pedagogues = byTheme(cells, PEDAGOGUE);
        Map<String, Cell> parents = byTheme(cells, PARENT);
        Signals found = new Signals();
        family(cells, this::level, found);
        family(cells, this::strongLevel, found);
        family(cells, this::againstRest, found);
        family(cells, this::againstLastRound, found);
        family(pedagogues.values(), cell -> gap(cell, Optional.ofNullable(parents.get(cell.theme()))), found);
        family(parents.values(), cell -> gap(cell, Optional.ofNullable(pedagogues.get(cell.theme()))), found);
        return found;
    }

    private static Map<String, Cell> byTheme(List<Cell> cells, RespondentGroup group) {
        return cells.stream()
                .filter(cell -> cell.group() == group)
                .collect(Collectors.toMap(Cell::theme, cell -> cell));
    }

    private void family(Iterable<Cell> cells, Function<Cell, Optional<Test>> test, Signals found) {
        List<Test> family = new ArrayList<>();
        cells.forEach(cell -> test.apply(cell).ifPresent(family::add));
        double[] adjusted =
                MultipleTesting.holm(family.stream().mapToDouble(Test::p).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            Test each = family.get(i);
            double adjustedP = adjusted[i];
            each.holdsAs()
                    .map(kind -> each.signal(kind, adjustedP, adjusted.length, limits.confidence()))
                    .ifPresent(signal -> found.add(each.cell(), signal));
        }
    }

    private Optional<Test> level(Cell cell) {
        double limit = limits.levelPomp();
        return cell.mean()
                .map(mean -> new Test(
                        cell,
                        POMP,
                        mean,
                        limit,
                        Optional.empty(),
                        mean.minus(limit).pBelow(),
                        when(mean.liesBelow(limit, limits.confidence()), SignalKind.LEVEL)));
    }

    private Optional<Test> strongLevel(Cell cell) {
        double limit = limits.strengthPomp();
        return cell.mean()
                .map(mean -> new Test(
                        cell,
                        POMP,
                        mean,
                        limit,
                        Optional.empty(),
                        mean.minus(limit).pAbove(),
                        when(mean.liesAbove(limit, limits.confidence()), SignalKind.ABOVE_LEVEL)));
    }

    private Optional<Test> againstRest(Cell cell) {
        return cell.baseline().flatMap(points -> cell.rest()
                .filter(rest -> isEnough(Math.min(cell.index().n(), rest.n())))
                .flatMap(rest -> Estimate.ofDifference(points.points(cell.index()), points.points(rest))
                        .map(difference -> inPoints(
                                cell,
                                difference,
                                points.points(rest.mean()),
                                limits.restPoints(),
                                SignalKind.BELOW_REST,
                                SignalKind.ABOVE_REST))));
    }

    private Optional<Test> againstLastRound(Cell cell) {
        return cell.lastRound().filter(last -> isEnough(last.fewestAnswers())).flatMap(last -> last.change()
                .map(change -> inPoints(
                        cell,
                        change,
                        last.reference(),
                        limits.declinePoints(),
                        SignalKind.DECLINE,
                        SignalKind.PROGRESS)));
    }

    private boolean isEnough(long answers) {
        return answers >= limits.minimumForConclusion();
    }

    private Test inPoints(
            Cell cell, Estimate difference, double reference, double limit, SignalKind shortfall, SignalKind mirror) {
        return new Test(
                cell,
                POINTS,
                difference,
                reference,
                Optional.empty(),
                difference.p(),
                when(isClearlyBelow(difference, limit), shortfall)
                        .or(() -> when(isClearlyAbove(difference, limit), mirror)));
    }

    /** The same test seen from either side, so that each group's cell tells its own part. */
    private Optional<Test> gap(Cell cell, Optional<Cell> other) {
        return other.filter(with -> with.scale() == cell.scale()).flatMap(with -> cell.mean()
                .flatMap(own -> with.mean().map(own::minus))
                .map(difference -> new Test(
                        cell,
                        POMP,
                        difference,
                        with.pomp().mean(),
                        Optional.of(with.group()),
                        difference.p(),
                        when(
                                isClearlyBelow(difference, limits.gapPomp())
                                        || isClearlyAbove(difference, limits.gapPomp()),
                                SignalKind.GAP))));
    }

    private boolean isClearlyBelow(Estimate difference, double limit) {
        return difference.value() <= -limit && difference.liesBelow(0, limits.confidence());
    }

    private boolean isClearlyAbove(Estimate difference, double limit) {
        return difference.value() >= limit && difference.liesAbove(0, limits.confidence());
    }

    private static Optional<SignalKind> when(boolean holds, SignalKind kind) {
        return holds ? Optional.of(kind) : Optional.empty();
    }
}
