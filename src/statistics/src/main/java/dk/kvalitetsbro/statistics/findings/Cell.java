package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one group of one centre, or of the whole municipality, answered one theme in one round. All summaries are of the
 * index on the item scale.
 *
 * @param theme    code of the theme
 * @param scale    that the group answers this theme on
 * @param index    of this group, at this centre, in this round
 * @param alpha    of the theme's items, empty when it could not be computed
 * @param eligible people who were invited; families, for parents
 * @param raters   distinct contact pedagogues; read for them only
 * @param families distinct families; read for parents only
 * @param withheld what disclosure control decided about the cell among everything that is published with it; nothing is
 *                 concluded from a cell that is withheld, and it counts nowhere, since that would tell about it
 * @param baseline frozen mean and spread of this group on this theme; empty while the municipality has none
 * @param rest     of the municipality without this centre; empty where the municipality's figure is withheld
 * @param clusters of a municipality's answers; empty where everybody answers for themselves
 * @param lastRound what changes are measured from; empty where the rounds share too few items to be compared, or where
 *                 the last round's figure is withheld
 */
public record Cell(
        String theme,
        RespondentGroup group,
        Scale scale,
        Summary index,
        OptionalDouble alpha,
        int eligible,
        int raters,
        int families,
        Optional<WithheldReason> withheld,
        Optional<Scale500> baseline,
        Optional<Summary> rest,
        Optional<Clusters> clusters,
        Optional<LastRound> lastRound) {

    private static final double ROUNDING = 1e-9;

    public Cell {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(index, "index");
        if (theme.isBlank()) {
            throw new IllegalArgumentException("a cell without a theme");
        }
        if (eligible < 0 || raters < 0 || families < 0) {
            throw new IllegalArgumentException(
                    "negative count: " + eligible + " eligible, " + raters + " raters, " + families + " families");
        }
        boolean onScale = index.mean() >= scale.min() - ROUNDING && index.mean() <= scale.max() + ROUNDING;
        if (index.n() > 0 && !onScale) {
            throw new IllegalArgumentException("index " + index.mean() + " is off " + scale);
        }
    }

    public ResponseRate responseRate() {
        return ResponseRate.of(group, index.n(), families, eligible);
    }

    /** The index as percent of maximum possible. */
    public Summary pomp() {
        return scale.pomp(index);
    }

    /** The mean in percent of maximum possible, with its uncertainty; empty when the answers say nothing about that. */
    Optional<Estimate> mean() {
        return clusters.map(known -> known.mean(pomp())).orElseGet(() -> Estimate.ofMean(pomp()));
    }
}
