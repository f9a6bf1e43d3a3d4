package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import dk.kvalitetsbro.statistics.disclosure.PublishedFigure;
import java.util.List;
import java.util.stream.IntStream;

/** Shows whatever may be shown by itself, as if nothing could be subtracted. */
record Unprotected(Pages pages) implements Verdicts {
    @Override
    public boolean showsTurnout(Place place) {
        return shows(
                place, members(place).stream().map(PublishedCentre::answered).toList());
    }

    @Override
    public boolean showsFigure(Place place, String code) {
        return showsTurnout(place)
                && shows(
                        place,
                        members(place).stream()
                                .flatMap(centre -> centre.figures().stream())
                                .filter(figure -> figure.code().equals(code))
                                .map(PublishedFigure::counts)
                                .toList());
    }

    @Override
    public boolean hidesOnlyOthers(Place place) {
        return false;
    }

    private List<PublishedCentre> members(Place place) {
        return IntStream.of(pages.members(place)).mapToObj(pages::centre).toList();
    }

    private boolean shows(Place place, List<Counts> parts) {
        DisclosureRule rule = pages.publication().rule();
        boolean tiny =
                place.kind() == Place.Kind.CENTRE && members(place).stream().anyMatch(PublishedCentre::onlyInTotals);
        Counts none = new Counts(pages.publication().group(), 0, 0, 0, false);
        Counts counts =
                parts.size() == 1 ? parts.get(0) : parts.stream().reduce(none, (sum, part) -> sum.plus(part, false));
        boolean atCentre = place.kind() == Place.Kind.CENTRE || place.kind() == Place.Kind.UNION;
        return !tiny && (atCentre ? rule.withholdAtCentre(counts) : rule.withholdAcrossCentres(counts)).isEmpty();
    }
}
