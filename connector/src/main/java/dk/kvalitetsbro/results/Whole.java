package dk.kvalitetsbro.results;

import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole municipality's results, beside which a centre's stand. */
final class Whole {
    private record Place(String round, ThemeCode theme, RespondentGroup group) {}

    private final Map<Place, Double> pomp;

    Whole(List<MunicipalResult> results) {
        pomp = results.stream()
                .filter(result -> result.index().isShown())
                .collect(toMap(
                        result -> new Place(result.round(), result.theme(), result.group()),
                        result -> result.index().shown().orElseThrow().pomp()));
    }

    /** @return the mean from 0 to 100 for the same theme, group and round, where it may be shown */
    Optional<Double> beside(GroupResult result) {
        return Optional.ofNullable(pomp.get(new Place(result.round(), result.theme(), result.group())));
    }
}
