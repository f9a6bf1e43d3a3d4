package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.Protection;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Optional;

/** What is shown. */
interface Verdicts {
    boolean showsTurnout(Place place);

    boolean showsFigure(Place place, String code);

    /** Whether the number of answers is withheld only because it would tell another. */
    boolean hidesOnlyOthers(Place place);

    static Verdicts of(Protection protection) {
        return new Verdicts() {
            @Override
            public boolean showsTurnout(Place place) {
                return protection.turnout(place).isEmpty();
            }

            @Override
            public boolean hidesOnlyOthers(Place place) {
                return protection.turnout(place).equals(Optional.of(WithheldReason.TO_PROTECT_ANOTHER));
            }

            @Override
            public boolean showsFigure(Place place, String code) {
                return protection.figure(place, code).isEmpty();
            }
        };
    }
}
