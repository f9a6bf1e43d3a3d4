package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides what may leave, and is the only maker of a shown {@link Release}. Plain values, safe to share. */
public final class Disclosure {
    private final DisclosureRule rule;

    private Disclosure(DisclosureRule rule) {
        this.rule = rule;
    }

    /** @param minimumAnswers as locked for the round the results are of */
    public static Disclosure withMinimum(int minimumAnswers) {
        return new Disclosure(new DisclosureRule(minimumAnswers));
    }

    /** Releases one centre's figure if those behind it are many and different enough. */
    public <T> Release<T> atCentre(Counts behind, Supplier<T> figure) {
        return release(rule.withholdAtCentre(behind), figure);
    }

    /** Releases an area's or the municipality's figure, on the same conditions. */
    public <T> Release<T> acrossCentres(Counts behind, Supplier<T> figure) {
        return release(rule.withholdAcrossCentres(behind), figure);
    }

    /**
     * Releases a head count of staff outside line management: it may be shown when every part that adds up to it is
     * empty or has at least the minimum, so that no part tells about a few.
     *
     * @param parts the counts published together
     */
    public <T> Release<T> headCount(int[] parts, Supplier<T> figure) {
        for (int part : parts) {
            if (part > 0 && part < rule.minimumAnswers()) {
                return new Release.Withheld<>(WithheldReason.TOO_FEW_ANSWERS);
            }
        }
        return new Release.Shown<>(figure.get());
    }

    private static <T> Release<T> release(Optional<WithheldReason> reason, Supplier<T> figure) {
        return reason.<Release<T>>map(Release.Withheld::new).orElseGet(() -> new Release.Shown<>(figure.get()));
    }
}
