package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.DesignEffect;
import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.Summary;
import java.util.Optional;

/**
 * That a municipality's answers come in clusters: people of one centre resemble each other. Known from the centres whose
 * figures are shown.
 *
 * @param centres that are shown
 * @param effect  on the precision of the mean; none where fewer than two centres tell how much people of one centre
 *                resemble each other
 */
public record Clusters(int centres, Optional<DesignEffect> effect) {

    public static final Clusters UNKNOWN = new Clusters(0, Optional.empty());

    boolean areKnown() {
        return effect.isPresent() && centres >= 2;
    }

    /** As certain as clusters allow: degrees of freedom are the shown centres less one, since it is they that vary. */
    Optional<Estimate> mean(Summary whole) {
        return !areKnown()
                ? Optional.empty()
                : effect.flatMap(design -> Estimate.ofMean(whole)
                        .map(simple -> new Estimate(
                                simple.value(), simple.standardError() * design.standardErrorFactor(), centres - 1)));
    }
}
