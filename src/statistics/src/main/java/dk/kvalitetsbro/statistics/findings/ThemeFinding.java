package dk.kvalitetsbro.statistics.findings;

import static java.util.Comparator.comparing;

import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.Comparator;
import java.util.List;

/**
 * All groups' judgements of one theme at one centre, as one entry on the leader's page. There is no score: the order
 * asks one question after the other, and each answer can be told to the reader.
 *
 * @param judgements     of this theme, one per group
 * @param shrunkenSize   how far below the municipality the theme lies after
 *                       {@link dk.kvalitetsbro.statistics.Shrinkage}, in points; larger comes first
 * @param municipalFocus whether the municipality has chosen the theme for special attention
 */
public record ThemeFinding(String theme, List<Judgement> judgements, double shrunkenSize, boolean municipalFocus) {
    /**
     * Confirmed first; then by the number of groups with a shortfall, where a tie goes to the theme that children point
     * at; then by shrunken size, municipal focus, a gain that is lost, and decline. Equals stand by the theme's code.
     */
    public static final Comparator<ThemeFinding> MOST_PRESSING_FIRST = comparing(ThemeFinding::isConfirmed)
            .thenComparingLong(ThemeFinding::groups)
            .thenComparing(ThemeFinding::isSeenByChildren)
            .thenComparingDouble(ThemeFinding::shrunkenSize)
            .thenComparing(ThemeFinding::municipalFocus)
            .thenComparing(ThemeFinding::isLosingGain)
            .thenComparing(ThemeFinding::isDeclining)
            .reversed()
            .thenComparing(ThemeFinding::theme);

    public ThemeFinding {
        judgements = List.copyOf(judgements);
        if (!judgements.stream().allMatch(judgement -> judgement.theme().equals(theme))) {
            throw new IllegalArgumentException("judgements of other themes than " + theme);
        }
        if (!Double.isFinite(shrunkenSize)) {
            throw new IllegalArgumentException("shrunken size " + shrunkenSize);
        }
    }

    public boolean isConfirmed() {
        return judgements.stream().anyMatch(judgement -> judgement.status() == Status.CONFIRMED);
    }

    /** Groups with a shortfall on the theme, confirmed or not. */
    public long groups() {
        return judgements.stream().filter(Judgement::showsShortfall).count();
    }

    public boolean isSeenByChildren() {
        return judgements.stream()
                .anyMatch(judgement -> judgement.group() == RespondentGroup.CHILD && judgement.showsShortfall());
    }

    public boolean isLosingGain() {
        return judgements.stream().anyMatch(Judgement::gainLost);
    }

    public boolean isDeclining() {
        return judgements.stream().anyMatch(judgement -> judgement.shows(SignalKind.DECLINE));
    }
}
