package dk.kvalitetsbro.tallies;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.surveys.Round;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a round's centres belonged, and which of them have no figures of their own. */
final class RoundPlaces {
    /** The area of a centre that answered without being open, so that it counts in the municipality. */
    private static final String NO_AREA = "?";

    private final Map<CentreCode, Centre> centres = new HashMap<>();

    private RoundPlaces(List<Centre> centres) {
        centres.forEach(centre -> this.centres.merge(centre.code(), centre, RoundPlaces::moreProtected));
    }

    /** A centre that became or ceased to be childminding during the round is treated as childminding. */
    private static Centre moreProtected(Centre one, Centre other) {
        return other.kind() == Centre.Kind.CHILDMINDING ? other : one;
    }

    static RoundPlaces of(Round round, Organisation organisation) {
        return new RoundPlaces(Stream.of(round.opens(), round.closes())
                .flatMap(day -> organisation.centres(day).stream())
                .toList());
    }

    String area(CentreCode code) {
        Centre centre = centres.get(code);
        return centre == null ? NO_AREA : centre.areaCode();
    }

    /** Childminding is shown for its area only. */
    boolean onlyInTotals(CentreCode code) {
        Centre centre = centres.get(code);
        return centre != null && centre.kind() == Centre.Kind.CHILDMINDING;
    }
}
