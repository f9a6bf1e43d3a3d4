package dk.kvalitetsbro.statistics.disclosure;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A publication for tests: centres A, B, C and so on with one figure, of answers that are spread out well. */
final class Rows {
    static final String THEME = "MAT";
    static final double MEAN = 70;
    static final double SD = 22;

    private final RespondentGroup group;
    private final List<PublishedCentre> centres = new ArrayList<>();

    Rows(RespondentGroup group) {
        this.group = group;
    }

    /** Centres of one area, where a third of the eligible did not answer. */
    static Rows of(long... answers) {
        Rows row = new Rows(RespondentGroup.CHILD);
        for (long n : answers) {
            row.centre("Nord", n, n + 2 + n / 2);
        }
        return row;
    }

    static Rows leadersOfThreeAreas(double apart) {
        Rows rows = new Rows(RespondentGroup.LEADER);
        Stream.of("Nord Nord Syd Syd Syd Syd Syd Vest Vest Vest Vest Vest Vest Vest".split(" "))
                .forEach(area -> leader(rows, area, apart));
        return rows;
    }

    static void leader(Rows rows, String area, double apart) {
        int number = rows.publication().centres().size();
        rows.centre(area, 1, 1, number % 2 == 0 ? MEAN + apart : MEAN - apart, 0);
    }

    Rows centre(String area, long answers, long eligible) {
        return centre(area, answers, eligible, MEAN, SD);
    }

    Rows centre(String area, long answers, long eligible, double mean, double sd) {
        return add(area, false, eligible, counts(answers, answers > 0 && sd == 0), figure(THEME, answers, mean, sd));
    }

    Rows childminding(String area, long answers, long eligible) {
        return add(area, true, eligible, counts(answers, false), figure(THEME, answers, MEAN, SD));
    }

    Rows add(String area, boolean onlyInTotals, long eligible, Counts answered, PublishedFigure... figures) {
        String code = String.valueOf((char) ('A' + centres.size()));
        centres.add(new PublishedCentre(code, area, onlyInTotals, eligible, answered, Arrays.asList(figures)));
        return this;
    }

    Counts counts(long answers, boolean allAlike) {
        return new Counts(group, answers, answers, answers, allAlike);
    }

    PublishedFigure figure(String code, long answers, double mean, double sd) {
        return PublishedFigure.alone(
                code,
                counts(answers, answers > 0 && sd == 0),
                answers == 0 ? Summary.NONE : Summary.ofSd(answers, mean, answers == 1 ? 0 : sd));
    }

    Publication publication() {
        return new Publication(DisclosureRule.standard(), group, centres);
    }

    Protection protection() {
        return Protection.of(publication(), ProtectionGoal.standard());
    }

    private static String name(Place place) {
        return place.kind() == Place.Kind.MUNICIPALITY
                ? "(all)"
                : place.kind() == Place.Kind.AREA ? "(" + place.code() + ")" : place.code();
    }

    /** Centres, (areas) and (all) that may not tell how many answered. */
    String withheldTurnout() {
        return names(protection()::turnout);
    }

    /** Those that may not tell mean and spread. */
    String withheldMeans() {
        Protection protection = protection();
        return names(place -> protection.figure(place, THEME));
    }

    private String names(Function<Place, Optional<WithheldReason>> why) {
        return places().filter(place -> why.apply(place).isPresent())
                .map(Rows::name)
                .reduce("", String::concat);
    }

    private Stream<Place> places() {
        return Stream.of(
                        IntStream.range(0, centres.size())
                                .mapToObj(i -> Place.centre(centres.get(i).code())),
                        centres.stream()
                                .map(PublishedCentre::area)
                                .distinct()
                                .sorted()
                                .map(Place::area),
                        Stream.of(Place.MUNICIPALITY))
                .flatMap(some -> some);
    }
}
