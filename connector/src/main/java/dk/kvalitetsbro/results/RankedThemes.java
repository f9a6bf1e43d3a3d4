package dk.kvalitetsbro.results;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.statistics.findings.ThemeFinding;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The themes of one centre, or of the municipality, in the order in which a page tells them. A theme stands where the gravest of its groups puts it:
 * shortfalls first, then different experiences, then what succeeds, then what gives no sign or cannot be told.
 */
final class RankedThemes {
    /**
     * What the rules say of a cell.
     *
     * @param size how far it lies below what it is measured by; negative above it. Only for putting themes in order.
     */
    record Judged(Judgement judgement, double size) {
        Status status() {
            return judgement.status();
        }
    }

    /** One theme, and the status of its gravest group. */
    record Headline(ThemeFinding finding, Status status) {
        private long strongGroups() {
            return finding.judgements().stream()
                    .filter(judgement -> judgement.status() == Status.STRENGTH)
                    .count();
        }
    }

    private static final List<Status> GRAVEST_FIRST = List.of(
            Status.CONFIRMED,
            Status.INDICATION,
            Status.DIFFERENT_EXPERIENCES,
            Status.STRENGTH,
            Status.NO_SIGN,
            Status.NOT_ENOUGH_DATA,
            Status.SUPPRESSED);

    private static final Comparator<Headline> STRONGEST_FIRST = comparingLong(Headline::strongGroups)
            .reversed()
            .thenComparingDouble(headline -> headline.finding().shrunkenSize())
            .thenComparing(headline -> headline.finding().theme());

    private static final Comparator<Headline> ORDER = comparing(
                    (Headline headline) -> GRAVEST_FIRST.indexOf(headline.status()))
            .thenComparing(RankedThemes::withinStatus);

    private RankedThemes() {}

    /**
     * Ranks the themes of one place.
     *
     * @param cells all of the place in one round
     * @param focus codes of the themes that the municipality follows with particular attention
     */
    static List<Headline> ranked(List<Judged> cells, Set<String> focus) {
        return cells.stream().collect(groupingBy(judged -> judged.judgement().theme())).entrySet().stream()
                .map(theme -> headline(theme.getKey(), theme.getValue(), focus.contains(theme.getKey())))
                .sorted(ORDER)
                .toList();
    }

    private static Headline headline(String theme, List<Judged> groups, boolean focus) {
        List<Judgement> judgements = groups.stream().map(Judged::judgement).toList();
        Status gravest = groups.stream()
                .map(Judged::status)
                .min(comparing(GRAVEST_FIRST::indexOf))
                .orElseThrow();
        double size = gravest == Status.STRENGTH ? highest(groups) : lowest(groups);
        return new Headline(new ThemeFinding(theme, judgements, size, focus), gravest);
    }

    /**
     * How far the theme lies below in the group that lies lowest, of those with a shortfall: what is
     * withheld or gives no sign has no size, so that its place tells nothing.
     */
    private static double lowest(List<Judged> groups) {
        return groups.stream()
                .filter(judged -> judged.judgement().showsShortfall())
                .mapToDouble(Judged::size)
                .max()
                .orElse(0);
    }

    private static double highest(List<Judged> groups) {
        return groups.stream()
                .filter(judged -> judged.status() == Status.STRENGTH)
                .mapToDouble(Judged::size)
                .min()
                .orElse(0);
    }

    private static int withinStatus(Headline one, Headline other) {
        return one.status() == Status.STRENGTH
                ? STRONGEST_FIRST.compare(one, other)
                : ThemeFinding.MOST_PRESSING_FIRST.compare(one.finding(), other.finding());
    }
}
