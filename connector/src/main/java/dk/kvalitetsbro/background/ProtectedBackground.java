package dk.kvalitetsbro.background;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.Protection;
import dk.kvalitetsbro.statistics.disclosure.ProtectionGoal;
import dk.kvalitetsbro.statistics.disclosure.Publication;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import dk.kvalitetsbro.statistics.disclosure.PublishedFigure;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be shown of one background of one group in one round, so that no withheld category can be worked out from the
 * others. The categories stand where the engine has centres, and the whole group where it has the municipality; but the
 * whole is published elsewhere, and can't be withheld here. Those who stand in no category are one more, which everybody
 * can subtract.
 */
final class ProtectedBackground {
    /** The code of the remainder, which no category can have: those are prefixed. */
    private static final String REMAINDER = "remainder";

    private static final String CATEGORY = "category ";

    private final RespondentGroup group;
    private final Map<ThemeCode, RoundTotal> totals;
    private final Map<String, Map<ThemeCode, StoredCategory>> categories = new TreeMap<>();
    private final Protection protection;

    /**
     * @param stored all of one {@link StoredCategory#dimension}, and at least one
     * @param totals everybody of the group, on the themes of those
     */
    ProtectedBackground(DisclosureRule rule, List<StoredCategory> stored, List<RoundTotal> totals) {
        this.group = stored.get(0).grp();
        this.totals = totals.stream().collect(toMap(RoundTotal::theme, identity()));
        stored.forEach(one -> categories
                .computeIfAbsent(CATEGORY + one.category(), any -> new TreeMap<>(ProtectedBackground::inOrder))
                .put(one.theme(), one));
        List<PublishedCentre> parts = new ArrayList<>();
        categories.forEach((code, byTheme) -> parts.add(part(code, figures(byTheme))));
        List<PublishedFigure> left = left(stored);
        if (left.stream().anyMatch(figure -> figure.counts().answers() > 0)) {
            parts.add(part(REMAINDER, left));
        }
        protection = Protection.of(new Publication(rule, group, parts), ProtectionGoal.standard());
    }

    private static int inOrder(ThemeCode one, ThemeCode other) {
        return one.value().compareTo(other.value());
    }

    /** Why it may not be told how many of a category answered; empty when it may. */
    Optional<WithheldReason> answers(String category) {
        Place place = Place.centre(CATEGORY + category);
        return protection.turnout(place).or(() -> unlessTotalHolds(protection.turnout(Place.MUNICIPALITY)));
    }

    /** Why it may not be told what a category answered on a theme; empty when it may. */
    Optional<WithheldReason> figure(String category, ThemeCode theme) {
        Place place = Place.centre(CATEGORY + category);
        return protection
                .figure(place, theme.value())
                .or(() -> unlessTotalHolds(protection.figure(Place.MUNICIPALITY, theme.value())));
    }

    /** Where only withholding the whole would help, all parts have to go: the whole is known. */
    private static Optional<WithheldReason> unlessTotalHolds(Optional<WithheldReason> ofTheWhole) {
        return ofTheWhole.map(any -> WithheldReason.TO_PROTECT_ANOTHER);
    }

    private PublishedCentre part(String code, List<PublishedFigure> figures) {
        Counts most = figures.stream()
                .map(PublishedFigure::counts)
                .reduce(
                        nobody(),
                        (one, other) -> new Counts(
                                group,
                                Math.max(one.answers(), other.answers()),
                                Math.max(one.families(), other.families()),
                                Math.max(one.raters(), other.raters()),
                                false));
        return new PublishedCentre(code, "", false, invited(most), most, figures);
    }

    /** How many were invited is not told by category: reckoned with is that all categories answered as often. */
    private long invited(Counts answered) {
        long valid = group == RespondentGroup.PARENT ? answered.families() : answered.answers();
        double perAnswer = totals.values().stream()
                .mapToDouble(RoundTotal::invitedPerAnswer)
                .min()
                .orElse(1);
        return (long) Math.floor(valid * perAnswer);
    }

    private List<PublishedFigure> figures(Map<ThemeCode, StoredCategory> byTheme) {
        return totals.keySet().stream()
                .map(theme -> Optional.ofNullable(byTheme.get(theme))
                        .map(this::figure)
                        .orElseGet(() -> PublishedFigure.alone(theme.value(), nobody(), Summary.NONE)))
                .toList();
    }

    private PublishedFigure figure(StoredCategory stored) {
        Summary pomp = stored.summary();
        return PublishedFigure.alone(stored.theme().value(), counts(pomp, stored.families(), stored.raters()), pomp);
    }

    private List<PublishedFigure> left(List<StoredCategory> stored) {
        return totals.values().stream()
                .map(total -> left(
                        total,
                        stored.stream()
                                .filter(one -> one.theme().equals(total.theme()))
                                .toList()))
                .toList();
    }

    /** Of the remainder's families and raters only the fewest are known: the whole less what stands in categories. */
    private PublishedFigure left(RoundTotal total, List<StoredCategory> categorised) {
        Summary pomp = Remainder.of(
                total.summary(),
                categorised.stream().map(StoredCategory::summary).toList());
        long families = total.families()
                - categorised.stream().mapToLong(StoredCategory::families).sum();
        long raters = total.raters()
                - categorised.stream().mapToLong(StoredCategory::raters).sum();
        long fewest = group == RespondentGroup.PARENT ? Math.min(1, pomp.n()) : 0;
        return PublishedFigure.alone(
                total.theme().value(), counts(pomp, Math.max(fewest, families), Math.max(0, raters)), pomp);
    }

    /**
     * One contact pedagogue may answer about children of several categories, and would then count in each. Too few in a
     * category therefore count as none, so that a pool is not taken for enough because of them.
     */
    private Counts counts(Summary pomp, long families, long raters) {
        boolean alike = pomp.n() > 0 && pomp.variance() == 0;
        return new Counts(group, pomp.n(), families, raters < DisclosureRule.MINIMUM_RATERS ? 0 : raters, alike);
    }

    private Counts nobody() {
        return new Counts(group, 0, 0, 0, false);
    }
}
