package dk.kvalitetsbro.privacy;

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

    /**
     * Releases a figure by what disclosure control decided about it among everything that is published with it.
     *
     * @param verdict why it is withheld; empty when it may be shown
     */
    public static <T> Release<T> byVerdict(Optional<WithheldReason> verdict, Supplier<T> figure) {
        return verdict.<Release<T>>map(Release.Withheld::new).orElseGet(() -> new Release.Shown<>(figure.get()));
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
}
