package dk.kvalitetsbro.statistics.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * What may be shown of one place: empty where it may.
 *
 * @param turnout why the number of answers is withheld
 * @param figures why each figure is
 */
record Verdict(Optional<WithheldReason> turnout, List<Optional<WithheldReason>> figures) {
    Verdict {
        figures = List.copyOf(figures);
    }
}
