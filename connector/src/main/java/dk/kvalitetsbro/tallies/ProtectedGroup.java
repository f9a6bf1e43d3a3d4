package dk.kvalitetsbro.tallies;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.CronbachAlpha;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.Protection;
import dk.kvalitetsbro.statistics.disclosure.ProtectionGoal;
import dk.kvalitetsbro.statistics.disclosure.Publication;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import dk.kvalitetsbro.statistics.disclosure.PublishedFigure;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What one group answered in one round, and what disclosure control says of everything that is published of it: each
 * centre, each area and the municipality, how many answered and every theme.
 *
 * <p>Single items, and indexes of some of a theme's items, are told of centres only, and only where the theme is: without
 * totals, one tells nothing about another.
 */
public final class ProtectedGroup {
    private final GroupAnswers answers;
    private final RoundPlaces places;
    private final DisclosureRule rule;
    private final Protection protection;
    private final Map<String, List<CentreCode>> areas;

    private ProtectedGroup(GroupAnswers answers, RoundPlaces places, DisclosureRule rule, Protection protection) {
        this.answers = answers;
        this.places = places;
        this.rule = rule;
        this.protection = protection;
        this.areas = answers.centres().keySet().stream()
                .sorted(comparing(CentreCode::value))
                .collect(groupingBy(places::area, TreeMap::new, toList()));
    }

    static ProtectedGroup of(GroupAnswers answers, RoundPlaces places, DisclosureRule rule, ProtectionGoal goal) {
        List<PublishedCentre> centres = answers.centres().entrySet().stream()
                .map(centre -> published(answers, centre.getKey(), centre.getValue(), places))
                .toList();
        return new ProtectedGroup(
                answers, places, rule, Protection.of(new Publication(rule, answers.group(), centres), goal));
    }

    private static PublishedCentre published(
            GroupAnswers answers, CentreCode code, CentreAnswers given, RoundPlaces places) {
        return new PublishedCentre(
                code.value(),
                places.area(code),
                places.onlyInTotals(code),
                given.eligible(),
                behind(answers.group(), given.respondents(), false),
                given.themes().stream()
                        .map(theme -> published(answers.group(), theme))
                        .toList());
    }

    private static PublishedFigure published(RespondentGroup group, CentreAnswers.OnTheme theme) {
        return PublishedFigure.alone(
                theme.asked().theme().value(),
                behind(group, theme.index(), theme.index().allAlike()),
                theme.asked().scale().pomp(theme.index().summary()));
    }

    private static Counts behind(RespondentGroup group, Tally tally, boolean allAlike) {
        return new Counts(group, tally.summary().n(), tally.families(group), tally.raters(group), allAlike);
    }

    public RespondentGroup group() {
        return answers.group();
    }

    public Map<CentreCode, CentreAnswers> centres() {
        return answers.centres();
    }

    public List<AskedTheme> themes() {
        return answers.themes();
    }

    /** The code of the area that a centre belonged to. */
    public String area(CentreCode centre) {
        return places.area(centre);
    }

    public boolean onlyInTotals(CentreCode centre) {
        return places.onlyInTotals(centre);
    }

    /** The centres of each area, by its code. */
    public Map<String, List<CentreCode>> areas() {
        return areas;
    }

    /** What some centres answered on a theme, taken together: nobody answers at two. */
    public Tally together(Collection<CentreCode> centres, int theme) {
        return Tally.together(
                centres.stream().map(code -> onTheme(code, theme).index()).toList());
    }

    /** Of a theme's items, from the answers of all centres. */
    public OptionalDouble alpha(int theme) {
        CronbachAlpha together = new CronbachAlpha(themes().get(theme).size());
        answers.centres().keySet().forEach(code -> onTheme(code, theme).addAlphaTo(together));
        return together.alpha();
    }

    /** Who took part at some centres, taken together. */
    public Tally respondents(Collection<CentreCode> centres) {
        return Tally.together(
                centres.stream().map(code -> at(code).respondents()).toList());
    }

    public int eligible(Collection<CentreCode> centres) {
        return centres.stream().mapToInt(code -> at(code).eligible()).sum();
    }

    /** The centres whose figure on a theme may be shown. */
    public List<CentreCode> shown(int theme) {
        String code = themes().get(theme).theme().value();
        return answers.centres().keySet().stream()
                .filter(centre -> figure(Place.centre(centre.value()), code).isEmpty())
                .toList();
    }

    public CentreAnswers.OnTheme onTheme(CentreCode centre, int theme) {
        return at(centre).themes().get(theme);
    }

    private CentreAnswers at(CentreCode centre) {
        CentreAnswers given = answers.centres().get(centre);
        if (given == null) {
            throw new IllegalArgumentException(centre + " was neither invited nor answered");
        }
        return given;
    }

    /** Why it may not be told how many answered. */
    public Optional<WithheldReason> turnout(Place place) {
        return protection.turnout(place);
    }

    /** Why a theme's figure may not be told. */
    public Optional<WithheldReason> figure(Place place, String theme) {
        return protection.figure(place, theme);
    }

    /** Why a centre's index of each of a theme's subsets may not be told. */
    public List<Optional<WithheldReason>> subsets(CentreCode centre, CentreAnswers.OnTheme theme) {
        Optional<WithheldReason> whole =
                figure(Place.centre(centre.value()), theme.asked().theme().value());
        return theme.subsets().stream()
                .map(subset -> whole.or(() -> withheldByItself(subset)))
                .toList();
    }

    /** Why a centre's answers to the single items of a theme may not be told: all of them are, or none. */
    public Optional<WithheldReason> items(CentreCode centre, CentreAnswers.OnTheme theme) {
        return figure(Place.centre(centre.value()), theme.asked().theme().value())
                .or(() -> theme.items().stream()
                        .flatMap(item -> withheldByItself(item).stream())
                        .findFirst());
    }

    /** Whether a centre's index of a subset may be told, where the theme's is. */
    public boolean mayBeShown(Tally subset) {
        return withheldByItself(subset).isEmpty();
    }

    private Optional<WithheldReason> withheldByItself(Tally tally) {
        return rule.withholdAtCentre(behind(group(), tally, tally.allAlike()));
    }

    public IntStream themeNumbers() {
        return IntStream.range(0, themes().size());
    }
}
