package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;

import java.util.Optional;
import java.util.Set;

/**
 * The primary rule: whether a figure may be shown for what stands behind the figure itself. Empty means that it may.
 *
 * @param minimumAnswers answers needed, and families needed among parents: 5, 7 or 10
 */
public record DisclosureRule(int minimumAnswers) {
    /** Distinct contact pedagogues needed, whatever the minimum of answers. */
    public static final int MINIMUM_RATERS = 3;

    private static final Set<Integer> ALLOWED = Set.of(5, 7, 10);

    public DisclosureRule {
        if (!ALLOWED.contains(minimumAnswers)) {
            throw new IllegalArgumentException("the minimum of answers is 5, 7 or 10, not " + minimumAnswers);
        }
    }

    public static DisclosureRule standard() {
        return new DisclosureRule(5);
    }

    /** For one centre, or any part of one. */
    public Optional<WithheldReason> withholdAtCentre(Counts counts) {
        return counts.group() == LEADER
                ? Optional.of(WithheldReason.LEADERS_NEVER_PER_CENTRE)
                : withholdAcrossCentres(counts);
    }

    /** For an area or the municipality. */
    public Optional<WithheldReason> withholdAcrossCentres(Counts counts) {
        return tooFew(counts)
                .or(() -> counts.allAlike() ? Optional.of(WithheldReason.ALL_ANSWERED_ALIKE) : Optional.empty());
    }

    /** Why there are not enough people behind a figure, if there are not, whatever they answered. */
    Optional<WithheldReason> tooFew(Counts counts) {
        if (counts.answers() < minimumAnswers) {
            return Optional.of(WithheldReason.TOO_FEW_ANSWERS);
        }
        if (counts.group() == PARENT && counts.families() < minimumAnswers) {
            return Optional.of(WithheldReason.TOO_FEW_FAMILIES);
        }
        return counts.group() == CONTACT_PEDAGOGUE && counts.raters() < MINIMUM_RATERS
                ? Optional.of(WithheldReason.TOO_FEW_RATERS)
                : Optional.empty();
    }

    boolean isTooFew(Counts counts) {
        return tooFew(counts).isPresent();
    }
}
