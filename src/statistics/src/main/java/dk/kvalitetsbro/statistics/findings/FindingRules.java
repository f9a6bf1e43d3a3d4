package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges the results of one centre, or of the whole municipality, in one round. For each cell, in this order:
 *
 * <ol>
 *   <li>SUPPRESSED when disclosure control withholds it: for what stands behind it, or to protect another.
 *   <li>NOT_ENOUGH_DATA with too few answers for a conclusion, too low a response rate or too low an alpha; also for
 *       contact pedagogues whose results may be shown (three raters) but where an assignment would point at somebody
 *       (fewer than five); and for a municipality where fewer than two centres are shown, so that nobody can tell how
 *       certain its mean is.
 *   <li>CONFIRMED when a shortfall (LEVEL, BELOW_REST, DECLINE) holds and either its Holm-adjusted p is below the limit
 *       or at least two groups show the same kind on the theme. INDICATION when one holds without either.
 *   <li>DIFFERENT_EXPERIENCES when pedagogues and parents lie clearly apart and no shortfall holds. This goes before a
 *       strength: two groups that disagree have something to talk about first.
 *   <li>STRENGTH by the mirror of the third rule: ABOVE_LEVEL, ABOVE_REST or PROGRESS, Holm-significant or seen by at
 *       least two groups. A mirror signal by itself is no strength.
 *   <li>NO_SIGN.
 * </ol>
 *
 * <p>A signal holds as follows. LEVEL: the two-sided interval of the POMP mean lies wholly below the threshold, and the
 * p that is corrected is one-sided. BELOW_REST and DECLINE: the difference in points reaches its limit and the interval
 * lies below 0, by Welch's two-sided test with at least ten answers on either side; DECLINE is measured on the items that
 * both rounds asked. GAP: pedagogues and parents who answered on the
 * same scale differ in POMP by the limit or more, and the interval leaves 0 out. The family of a kind is all tests of it
 * at the centre, or of the municipality, in the round, in cells that are neither suppressed nor lacking data, whether or not they hold; a kind
 * and its mirror share a two-sided test.
 *
 * <p>A gain is lost where DECLINE holds in a cell whose last round was a STRENGTH or showed PROGRESS. That changes no
 * status; it is a reason to hold on to something.
 *
 * <p>The same children are behind child and contact answers, so two groups are not always two independent witnesses.
 */
public final class FindingRules {
    /** Stored and printed with every judgement; changes whenever a judgement could. */
    public static final String RULE_VERSION = "3";

    private final Thresholds thresholds;

    public FindingRules(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * Judges the cells together, since tests are corrected and groups confirm each other across them.
     *
     * @param centre every cell of one centre in one round
     * @return one judgement per cell, in the same order
     * @throws IllegalArgumentException if a theme has two cells of the same group
     */
    public List<Judgement> judge(List<Cell> centre) {
        requireOneCellPerThemeAndGroup(centre);
        List<Screened> screened = centre.stream().map(this::screen).toList();
        Signals signals = new SignalTests(thresholds)
                .run(screened.stream()
                        .filter(Screened::carriesConclusions)
                        .map(Screened::cell)
                        .toList());
        return screened.stream().map(each -> judge(each, signals)).toList();
    }

    private static void requireOneCellPerThemeAndGroup(List<Cell> centre) {
        Set<List<Object>> seen = new HashSet<>();
        for (Cell cell : centre) {
            if (!seen.add(List.of(cell.theme(), cell.group()))) {
                throw new IllegalArgumentException("two cells of " + cell.group() + " on " + cell.theme());
            }
        }
    }

    /** A cell, and what stands in the way of concluding from it. */
    private record Screened(Cell cell, Set<Shortage> shortages) {
        boolean carriesConclusions() {
            return cell.withheld().isEmpty() && shortages.isEmpty();
        }
    }

    private Screened screen(Cell cell) {
        return new Screened(cell, cell.withheld().isPresent() ? Set.of() : shortages(cell));
    }

    private Set<Shortage> shortages(Cell cell) {
        Set<Shortage> shortages = EnumSet.noneOf(Shortage.class);
        if (cell.index().n() < thresholds.minimumForConclusion()) {
            shortages.add(Shortage.FEW_ANSWERS);
        }
        if (!cell.responseRate().isAtLeast(thresholds.responseRate())) {
            shortages.add(Shortage.LOW_RESPONSE_RATE);
        }
        if (cell.alpha().isEmpty() || cell.alpha().getAsDouble() < thresholds.alpha()) {
            shortages.add(Shortage.LOW_ALPHA);
        }
        if (cell.group() == CONTACT_PEDAGOGUE && cell.raters() < thresholds.ratersForFinding()) {
            shortages.add(Shortage.FEW_RATERS);
        }
        if (cell.clusters().filter(clusters -> !clusters.areKnown()).isPresent()) {
            shortages.add(Shortage.FEW_CENTRES);
        }
        return shortages;
    }

    private Judgement judge(Screened screened, Signals signals) {
        Cell cell = screened.cell();
        return cell.withheld()
                .map(reason -> Judgement.suppressed(cell, reason))
                .orElseGet(() -> screened.shortages().isEmpty()
                        ? conclude(cell, signals)
                        : Judgement.lackingData(cell, screened.shortages()));
    }

    private Judgement conclude(Cell cell, Signals signals) {
        List<Signal> shown = signals.of(cell);
        Set<Ground> confirmation = grounds(cell.theme(), shown, SignalKind::isShortfall, signals);
        if (!confirmation.isEmpty()) {
            return Judgement.concluded(cell, Status.CONFIRMED, shown, confirmation);
        }
        if (shown.stream().anyMatch(signal -> signal.kind().isShortfall())) {
            return Judgement.concluded(cell, Status.INDICATION, shown, Set.of());
        }
        if (shown.stream().anyMatch(signal -> signal.kind() == SignalKind.GAP)) {
            return Judgement.concluded(cell, Status.DIFFERENT_EXPERIENCES, shown, Set.of());
        }
        Set<Ground> strength = grounds(cell.theme(), shown, SignalKind::isStrength, signals);
        return Judgement.concluded(cell, strength.isEmpty() ? Status.NO_SIGN : Status.STRENGTH, shown, strength);
    }

    private Set<Ground> grounds(String theme, List<Signal> shown, Predicate<SignalKind> counts, Signals signals) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        for (Signal signal : shown) {
            if (!counts.test(signal.kind())) {
                continue;
            }
            if (signal.adjustedP() < thresholds.significance()) {
                grounds.add(Ground.STANDS_AFTER_CORRECTION);
            }
            if (signals.groupsShowing(theme, signal.kind()) >= thresholds.groupsInAgreement()) {
                grounds.add(Ground.SEEN_BY_SEVERAL_GROUPS);
            }
        }
        return grounds;
    }
}
