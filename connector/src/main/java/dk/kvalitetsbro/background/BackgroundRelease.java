package dk.kvalitetsbro.background;

import dk.kvalitetsbro.background.BackgroundResult.Between;
import dk.kvalitetsbro.background.BackgroundResult.OfCategory;
import dk.kvalitetsbro.background.StoredCategory.Dimension;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Releases one background of one group in one round, theme by theme. */
final class BackgroundRelease {
    private final Dimension dimension;
    private final List<StoredCategory> stored;
    private final ProtectedBackground protection;
    private final double confidence;

    /** @param stored in the order of the categories */
    BackgroundRelease(
            Dimension dimension, List<StoredCategory> stored, List<RoundTotal> totals, Thresholds thresholds) {
        this.dimension = dimension;
        this.stored = stored;
        this.protection = new ProtectedBackground(thresholds.disclosure(), stored, totals);
        this.confidence = thresholds.confidence();
    }

    Dimension dimension() {
        return dimension;
    }

    List<ThemeCode> themes() {
        return stored.stream().map(StoredCategory::theme).distinct().toList();
    }

    /** @param wholeIsShown whether the whole group's result is: all categories together would tell it */
    BackgroundResult onTheme(ThemeCode theme, boolean wholeIsShown) {
        List<StoredCategory> onTheme =
                stored.stream().filter(one -> one.theme().equals(theme)).toList();
        return new BackgroundResult(
                dimension.round(),
                dimension.group(),
                dimension.background(),
                theme,
                onTheme.stream().map(one -> category(one, wholeIsShown)).toList(),
                gaps(onTheme, wholeIsShown));
    }

    private OfCategory category(StoredCategory one, boolean wholeIsShown) {
        return new OfCategory(
                one.category(),
                Disclosure.byVerdict(protection.answers(one.category()).or(() -> withTheWhole(wholeIsShown)), one::n),
                Disclosure.byVerdict(why(one, wholeIsShown), () -> new CategoryMean(one.summary(), confidence)));
    }

    private Optional<WithheldReason> why(StoredCategory one, boolean wholeIsShown) {
        return protection.figure(one.category(), one.theme()).or(() -> withTheWhole(wholeIsShown));
    }

    private static Optional<WithheldReason> withTheWhole(boolean isShown) {
        return isShown ? Optional.empty() : Optional.of(WithheldReason.TO_PROTECT_ANOTHER);
    }

    private List<Between> gaps(List<StoredCategory> onTheme, boolean wholeIsShown) {
        long shown =
                onTheme.stream().filter(one -> why(one, wholeIsShown).isEmpty()).count();
        double each = ofEach(shown * (shown - 1) / 2);
        List<Between> gaps = new ArrayList<>();
        for (int i = 0; i < onTheme.size(); i++) {
            for (int j = i + 1; j < onTheme.size(); j++) {
                gaps.add(between(onTheme.get(i), onTheme.get(j), wholeIsShown, each));
            }
        }
        return gaps;
    }

    /** The confidence of each gap, so that all of a theme's together have the round's (Bonferroni). */
    private double ofEach(long gaps) {
        return 1 - (1 - confidence) / Math.max(1, gaps);
    }

    private Between between(StoredCategory one, StoredCategory other, boolean wholeIsShown, double each) {
        Optional<WithheldReason> why = why(one, wholeIsShown).or(() -> why(other, wholeIsShown));
        Release<Optional<Gap>> gap = Disclosure.byVerdict(why, () -> gap(one.summary(), other.summary(), each));
        return new Between(one.category(), other.category(), gap);
    }

    private static Optional<Gap> gap(Summary one, Summary other, double each) {
        return Estimate.ofDifference(one, other).map(difference -> new Gap(difference, each));
    }
}
