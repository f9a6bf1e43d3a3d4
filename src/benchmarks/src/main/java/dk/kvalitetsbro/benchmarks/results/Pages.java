package dk.kvalitetsbro.benchmarks.results;

import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static java.util.Comparator.comparing;

import dk.kvalitetsbro.benchmarks.results.Told.Row;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.Publication;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import dk.kvalitetsbro.statistics.disclosure.PublishedFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Writes of a publication what may be shown, and keeps what is true to compare with. */
final class Pages implements Truth {
    private final List<PublishedCentre> centres;
    private final Publication publication;
    private final List<String> figures;
    private final Map<Place, int[]> places =
            new TreeMap<>(comparing(Place::kind).thenComparing(Place::code));

    Pages(Publication publication, Map<String, Set<String>> unions) {
        this.publication = publication;
        centres = publication.centres().stream()
                .sorted(comparing(PublishedCentre::code))
                .toList();
        figures = centres.get(0).figures().stream().map(PublishedFigure::code).toList();
        for (int i = 0; i < centres.size(); i++) {
            places.put(Place.centre(centres.get(i).code()), new int[] {i});
        }
        centres.stream()
                .map(PublishedCentre::area)
                .distinct()
                .forEach(area -> places.put(
                        Place.area(area), where(centre -> centre.area().equals(area))));
        places.put(Place.MUNICIPALITY, where(centre -> true));
        unions.forEach((code, parts) -> places.put(Place.union(code), where(centre -> parts.contains(centre.code()))));
    }

    private int[] where(Predicate<PublishedCentre> wanted) {
        return IntStream.range(0, centres.size())
                .filter(i -> wanted.test(centres.get(i)))
                .toArray();
    }

    /**
     * @param rounding half of the last digit; 0 when everything is told exactly
     * @param limits   what is known of each centre beforehand
     * @param skipping what is known of those who leave a theme out
     */
    Told told(Verdicts verdicts, double rounding, Limits limits, Skipping skipping) {
        List<Row> rows = new ArrayList<>();
        places.forEach((place, members) -> rows.add(new Row(
                place,
                members,
                verdicts.showsTurnout(place) ? Optional.of(turnout(members)) : Optional.empty(),
                IntStream.range(0, figures.size())
                        .mapToObj(figure -> verdicts.showsFigure(place, figures.get(figure))
                                ? Optional.of(moments(figure, members, rounding))
                                : Optional.<Told.Moments>empty())
                        .toList())));
        return new Told(
                publication.group(),
                IntStream.range(0, centres.size())
                        .mapToLong(i -> limits.least(centres.get(i)))
                        .toArray(),
                IntStream.range(0, centres.size())
                        .mapToLong(i -> limits.most(centres.get(i)))
                        .toArray(),
                figures.size(),
                rounding,
                skipping.mostPart(),
                rows,
                shared());
    }

    private List<Told.Shared> shared() {
        int part = figures.indexOf(InventedMunicipality.PART);
        return part < 0 ? List.of() : List.of(new Told.Shared(0, part, InventedMunicipality.PART_SHARE));
    }

    /** Families of parents, answers of others. */
    long valid(Counts counts) {
        return publication.group() == PARENT ? counts.families() : counts.answers();
    }

    private Told.Turnout turnout(int[] members) {
        return new Told.Turnout(
                IntStream.of(members)
                        .mapToLong(i -> valid(centres.get(i).answered()))
                        .sum(),
                IntStream.of(members)
                        .mapToLong(i -> centres.get(i).answered().answers())
                        .sum(),
                IntStream.range(0, figures.size())
                        .mapToLong(figure -> behind(figure, members))
                        .toArray());
    }

    private Told.Moments moments(int figure, int[] members, double rounding) {
        Summary summary = summary(figure, members);
        return new Told.Moments(rounded(summary.mean(), rounding), rounded(summary.sd(), rounding));
    }

    private static double rounded(double value, double rounding) {
        return rounding == 0 ? value : Math.round(value / (2 * rounding)) * 2 * rounding;
    }

    private Summary summary(int figure, int[] members) {
        return IntStream.of(members)
                .mapToObj(i -> centres.get(i).figures().get(figure).pomp())
                .reduce(Summary.NONE, Summary::plus);
    }

    @Override
    public long valid(int centre) {
        return valid(centres.get(centre).answered());
    }

    @Override
    public long answers(int centre) {
        return centres.get(centre).answered().answers();
    }

    @Override
    public Summary pomp(int figure, int centre) {
        return centres.get(centre).figures().get(figure).pomp();
    }

    /** How many are in truth behind a figure. */
    long behind(int figure, int[] members) {
        return IntStream.of(members)
                .mapToLong(i -> centres.get(i).figures().get(figure).counts().answers())
                .sum();
    }

    /** How many answered in truth. */
    long answered(int[] members) {
        return IntStream.of(members)
                .mapToLong(i -> valid(centres.get(i).answered()))
                .sum();
    }

    /** How many could have. */
    long eligible(int[] members) {
        return IntStream.of(members).mapToLong(i -> centres.get(i).eligible()).sum();
    }

    /** The mean in truth. */
    double mean(int figure, int[] members) {
        return summary(figure, members).mean();
    }

    Publication publication() {
        return publication;
    }

    List<String> figures() {
        return figures;
    }

    int[] members(Place place) {
        return Objects.requireNonNull(places.get(place), "place");
    }

    Place place(int centre) {
        return Place.centre(centres.get(centre).code());
    }

    PublishedCentre centre(int number) {
        return centres.get(number);
    }

    Map<Place, int[]> places() {
        return places;
    }
}
