package dk.kvalitetsbro.explanations;

import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.MunicipalResult;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole municipality's results, beside which a centre's stand. */
public final class Whole {
    private record Place(String round, ThemeCode theme, RespondentGroup group) {}

    private final Map<Place, Double> pomp;

    public Whole(List<MunicipalResult> results) {
        pomp = results.stream()
                .filter(result -> result.index().isShown())
                .collect(toMap(
                        result -> new Place(result.round(), result.theme(), result.group()),
                        result -> result.index().shown().orElseThrow().pomp()));
    }

    /** @return the mean from 0 to 100 for the same theme, group and round, where it may be shown */
    public Optional<Double> beside(GroupResult result) {
        return Optional.ofNullable(pomp.get(new Place(result.round(), result.theme(), result.group())));
    }
}
