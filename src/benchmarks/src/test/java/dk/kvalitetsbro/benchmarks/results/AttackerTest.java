package dk.kvalitetsbro.benchmarks.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.benchmarks.results.Attacker.Range;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.Publication;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import dk.kvalitetsbro.statistics.disclosure.PublishedFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The attacker is worth being afraid of: twelve, three and eight children answered at A, B and C. */
class AttackerTest {
    private static final Set<String> EVERYTHING_BUT_B = Set.of("A", "C", "Nord", "");
    private static final Set<String> ONLY_A_AND_TOTALS = Set.of("A", "Nord", "");

    @Test
    void one_withheld_centre_is_the_total_less_the_others() {
        assertEquals(new Limit(3, 3), answers("B", EVERYTHING_BUT_B, 0));
        assertEquals(60, mean("B", EVERYTHING_BUT_B, 0).low(), 0.01);
        assertEquals(60, mean("B", EVERYTHING_BUT_B, 0).high(), 0.01);
    }

    @Test
    void rounding_hides_a_little_of_it() {
        Limit mean = mean("B", EVERYTHING_BUT_B, 0.05);
        assertTrue(mean.low() < 59.5 && mean.low() > 58, mean.toString());
        assertTrue(mean.high() > 60.5 && mean.high() < 62, mean.toString());
    }

    @Test
    void two_withheld_centres_share_what_is_left_as_far_as_there_are_children() {
        // Eleven of B's six and C's thirteen.
        assertEquals(new Limit(0, 6), answers("B", ONLY_A_AND_TOTALS, 0));
        assertEquals(new Limit(5, 11), answers("C", ONLY_A_AND_TOTALS, 0));
    }

    @Test
    void a_mean_is_limited_by_the_spread_of_what_is_left() {
        // Their mean is 77.3 and their standard deviation 20.4, so that five of eleven lie within 22.3 of it.
        Limit mean = mean("C", ONLY_A_AND_TOTALS, 0);
        assertEquals(77.27 - 20.38 * Math.sqrt(6 / 5.0), mean.low(), 0.1);
        assertEquals(77.27 + 20.38 * Math.sqrt(6 / 5.0), mean.high(), 0.1);
    }

    @Test
    void guessing_from_the_truth_finds_the_same_as_solving() {
        for (double rounding : new double[] {0, 0.05}) {
            Pages pages = new Pages(publication(), Map.of());
            Told told = pages.told(showing(ONLY_A_AND_TOTALS), rounding, Limits.OF_READER, Skipping.SELDOM);
            List<Range> solved = Attacker.attack(told, Asked.EVERYTHING);
            List<Range> guessed = Attacker.attack(told, Asked.EVERYTHING, pages);
            assertEquals(solved.size(), guessed.size());
            for (int i = 0; i < solved.size(); i++) {
                assertEquals(solved.get(i).low(), guessed.get(i).low(), 0.1);
                assertEquals(solved.get(i).high(), guessed.get(i).high(), 0.1);
            }
        }
    }

    private record Limit(double low, double high) {}

    private static Limit answers(String centre, Set<String> shown, double rounding) {
        return limit(centre, shown, rounding, false);
    }

    private static Limit mean(String centre, Set<String> shown, double rounding) {
        return limit(centre, shown, rounding, true);
    }

    private static Limit limit(String centre, Set<String> shown, double rounding, boolean isMean) {
        Told told =
                new Pages(publication(), Map.of()).told(showing(shown), rounding, Limits.OF_READER, Skipping.SELDOM);
        return Attacker.attack(told, Asked.EVERYTHING).stream()
                .filter(range -> range.row().place().equals(Place.centre(centre))
                        && range.figure() == 0
                        && range.isMean() == isMean)
                .map(range -> new Limit(range.low() + 0.0, range.high() + 0.0))
                .findFirst()
                .orElseThrow();
    }

    private static Verdicts showing(Set<String> codes) {
        return new Verdicts() {
            @Override
            public boolean showsTurnout(Place place) {
                return codes.contains(place.code());
            }

            @Override
            public boolean showsFigure(Place place, String code) {
                return codes.contains(place.code());
            }

            @Override
            public boolean hidesOnlyOthers(Place place) {
                return false;
            }
        };
    }

    private static Publication publication() {
        List<PublishedCentre> centres = new ArrayList<>();
        centres.add(centre("A", 18, 50, 60, 70, 80, 90, 100, 100, 90, 80, 70, 60, 50));
        centres.add(centre("B", 6, 40, 60, 80));
        centres.add(centre("C", 13, 100, 100, 100, 100, 75, 75, 70, 50));
        return new Publication(DisclosureRule.standard(), RespondentGroup.CHILD, centres);
    }

    private static PublishedCentre centre(String code, long eligible, double... pomp) {
        Counts counts = new Counts(RespondentGroup.CHILD, pomp.length, 0, 0, false);
        PublishedFigure figure = PublishedFigure.alone("MAT", counts, Summary.of(pomp));
        return new PublishedCentre(code, "Nord", false, eligible, counts, List.of(figure));
    }
}
