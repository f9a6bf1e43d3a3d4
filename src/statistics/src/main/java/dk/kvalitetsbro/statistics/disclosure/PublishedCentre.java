package dk.kvalitetsbro.statistics.disclosure;

import java.util.List;
import java.util.Objects;

/**
 * What one group at one centre gave to a round.
 *
 * @param code         of the centre
 * @param area         the code of its area in that round
 * @param onlyInTotals whether it has no figures of its own: childminding and other tiny units
 * @param eligible     how many could answer; families, of parents
 * @param answered     who answered at all
 * @param figures      the same ones at every centre, in any order
 */
public record PublishedCentre(
        String code, String area, boolean onlyInTotals, long eligible, Counts answered, List<PublishedFigure> figures) {
    public PublishedCentre {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(area, "area");
        if (eligible < 0) {
            throw new IllegalArgumentException("negative eligible: " + eligible);
        }
        figures = List.copyOf(figures);
        for (PublishedFigure figure : figures) {
            if (figure.counts().answers() > answered.answers()) {
                throw new IllegalArgumentException("more answers on " + figure.code() + " than people at " + code);
            }
        }
    }
}
