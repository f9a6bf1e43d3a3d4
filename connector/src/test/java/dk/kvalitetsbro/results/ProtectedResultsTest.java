package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Signal;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a round publishes together gives nothing away that is withheld. */
class ProtectedResultsTest {
    private static final ThemeCode SOC = new ThemeCode("SOC");

    private final Municipality municipality = new Municipality().institution("C");

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void a_centre_goes_with_the_one_that_could_be_worked_out_from_it_and_the_total() {
        twelveThreeAndEight();

        assertEquals(Optional.empty(), withheld("A"));
        assertEquals(Optional.of(WithheldReason.TOO_FEW_ANSWERS), withheld("B"));
        assertEquals(Optional.of(WithheldReason.TO_PROTECT_ANOTHER), withheld("C"));
        assertTrue(municipality.turnoutShown("2019", "", CHILD));
        assertEquals(Optional.of(WithheldReason.TO_PROTECT_ANOTHER), rate("C"));
    }

    @Test
    void nothing_is_concluded_from_a_centre_that_protects_another_and_it_becomes_no_need() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(40, 2, 3))
                .answers("2019", "B", CHILD, MAT, 1, 2, 3)
                .invite("2019", "B", CHILD, 5)
                .answers("2019", "C", CHILD, MAT, each(20, 1, 1, 2))
                .invite("2019", "C", CHILD, 6)
                .closeAndPublish("2019");

        assertEquals(Optional.of(WithheldReason.TO_PROTECT_ANOTHER), withheld("C"));
        assertEquals(
                List.of(Status.SUPPRESSED),
                municipality.findings("C", "2019").stream().map(Finding::status).toList());
        assertEquals(List.of(), municipality.needs("C"));
    }

    @Test
    void a_family_of_tests_does_not_count_what_is_withheld() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(40, 2, 3))
                .answers("2019", "B", CHILD, MAT, 1, 2, 3)
                .invite("2019", "B", CHILD, 5)
                .answers("2019", "C", CHILD, MAT, each(20, 1, 1, 2))
                .invite("2019", "C", CHILD, 6)
                .answers("2019", "A", PEDAGOGUE, MAT, each(20, 4, 5))
                .answers("2019", "C", PEDAGOGUE, MAT, each(20, 1, 2))
                .closeAndPublish("2019");

        Signal belowRest = municipality.results("C", "2019").stream()
                .filter(result -> result.group() == PEDAGOGUE)
                .flatMap(result -> result.figure().shown().orElseThrow().judgement().signals().stream())
                .filter(signal -> signal.kind() == SignalKind.BELOW_REST)
                .findFirst()
                .orElseThrow();
        assertEquals(1, belowRest.familySize());
    }

    @Test
    void variation_is_that_between_the_centres_that_are_shown() {
        municipality
                .institution("D")
                .answers("2019", "A", CHILD, MAT, each(12, 2, 3))
                .answers("2019", "B", CHILD, MAT, 1, 1, 2)
                .invite("2019", "B", CHILD, 5)
                .answers("2019", "C", CHILD, MAT, each(8, 1, 2, 3))
                .invite("2019", "C", CHILD, 6)
                .answers("2019", "D", CHILD, MAT, each(12, 1, 2))
                .closeAndPublish("2019");

        assertEquals(
                List.of(2, 24),
                municipality.results().variation("2019").stream()
                        .flatMap(variation -> List.of(variation.centres(), variation.respondents()).stream())
                        .toList());
    }

    @Test
    void where_all_is_shown_variation_is_that_between_all_and_in_percent() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(20, 2, 3))
                .answers("2019", "B", CHILD, MAT, each(20, 1, 2))
                .closeAndPublish("2019");

        Variation variation = municipality.results().variation("2019").get(0);
        double within = 20 * 0.25 / 19;
        double between = 20 * 0.5;
        assertEquals(100 * Math.sqrt(within) / 2, variation.withinSd(), 1e-9);
        assertEquals(100 * Math.sqrt((between - within) / 20) / 2, variation.betweenSd(), 1e-9);
        assertEquals((between - within) / (between + 19 * within), variation.correlation(), 1e-9);
        assertTrue(variation.betweenSdInterval().low() < variation.betweenSd());
    }

    @Test
    void points_are_measured_from_shown_centres_where_the_rounds_share_some_items() {
        for (int i = 0; i < 20; i++) {
            municipality.response("2017", "A", PEDAGOGUE, MAT, 4 + i % 2, 4 + i % 2, 4 + i % 2, 4 + i % 2);
            municipality.response("2019", "A", PEDAGOGUE, MAT, 4 + i % 2, 4 + i % 2, 0, 0);
        }
        for (int i = 0; i < 3; i++) {
            municipality.response("2017", "B", PEDAGOGUE, MAT, 1, 2, 1, 2);
        }
        for (int i = 0; i < 8; i++) {
            municipality.response("2017", "C", PEDAGOGUE, MAT, 1 + i % 2, 1 + i % 2, 1 + i % 2, 1 + i % 2);
        }
        municipality.invite("2017", "B", PEDAGOGUE, 5).invite("2017", "C", PEDAGOGUE, 6);
        municipality.closeAndPublish("2017").closeAndPublish("2019");

        assertEquals(
                500,
                municipality.results("A", "2019").stream()
                        .filter(result -> result.centre().value().equals("A"))
                        .map(result ->
                                result.figure().shown().orElseThrow().index().orElseThrow())
                        .findFirst()
                        .flatMap(Index::points)
                        .orElseThrow(),
                1e-9);
    }

    @Test
    void an_area_is_told_of_with_its_childminding() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(20, 2, 3))
                .invite("2019", "A", CHILD, 6)
                .answers("2019", "B", CHILD, MAT, each(20, 1, 2))
                .invite("2019", "B", CHILD, 6)
                .answers("2019", "CHILDMINDERS", CHILD, MAT, each(8, 1, 3))
                .invite("2019", "CHILDMINDERS", CHILD, 6)
                .closeAndPublish("2019");

        MunicipalResult area = municipality.results().ofArea("2019", "N").get(0);
        assertEquals(48, area.index().shown().orElseThrow().summary().n());
        assertEquals(List.of(), municipality.results().ofArea("2019", "S"));
    }

    @Test
    void nothing_is_compared_with_a_municipality_that_is_withheld() {
        municipality
                .answers("2019", "A", PARENT, MAT, each(20, 1, 2))
                .answersFrom(respondent -> "family" + respondent % 4, "2019", "B", PARENT, MAT, each(12, 4, 5))
                .closeAndPublish("2019");

        assertFalse(municipality.results().municipality("2019").get(0).index().isShown());
        Figure figure =
                municipality.results("A", "2019").get(0).figure().shown().orElseThrow();
        assertTrue(figure.judgement().signals().stream()
                .map(Signal::kind)
                .noneMatch(kind -> kind == SignalKind.BELOW_REST || kind == SignalKind.ABOVE_REST));
        assertEquals(500, figure.index().flatMap(Index::points).orElseThrow(), 1e-9);
    }

    @Test
    void a_change_on_some_items_is_withheld_where_too_few_answered_those() {
        for (int i = 0; i < 4; i++) {
            municipality.response("2017", "A", PEDAGOGUE, MAT, 2 + i % 2, 2 + i % 2, 2 + i % 2, 2 + i % 2);
        }
        municipality.response("2017", "A", PEDAGOGUE, MAT, 0, 0, 4, 2);
        for (int i = 0; i < 20; i++) {
            municipality.response("2019", "A", PEDAGOGUE, MAT, 3 + i % 2, 3 + i % 2, 0, 0);
        }
        municipality.closeAndPublish("2017").closeAndPublish("2019");

        assertTrue(municipality.results("A", "2017").get(0).figure().isShown());
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_ANSWERS),
                municipality.trends("A", MAT).get(0).change().orElseThrow().withheld());
    }

    @Test
    void all_centres_of_a_round_are_told_of_as_each_one_is() {
        twelveThreeAndEight();

        assertEquals(
                List.of("A true", "B false", "C false"),
                municipality.results().ofAllCentres("2019", CHILD).stream()
                        .map(result -> result.centre() + " " + result.figure().isShown())
                        .toList());
    }

    @Test
    void some_centres_are_told_of_as_among_all() {
        twelveThreeAndEight();
        Results results = municipality.results();

        assertEquals(centres("A", "B", "C"), results.centres("2019", CHILD));
        assertEquals(Set.of(), results.centres("2019", PARENT));
        assertEquals(
                told(results.ofAllCentres("2019", CHILD))
                        .filter(line -> !line.startsWith("B"))
                        .toList(),
                told(results.ofCentres("2019", CHILD, List.copyOf(centres("A", "C"))))
                        .toList());
    }

    private static Stream<String> told(List<GroupResult> results) {
        return results.stream()
                .map(result -> result.centre() + " "
                        + result.figure().shown().flatMap(Figure::index) + " "
                        + result.figure().withheld())
                .sorted();
    }

    @Test
    void no_centre_has_results_before_they_are_published() {
        municipality.answers("2019", "A", CHILD, MAT, each(12, 2, 3)).close("2019");
        assertEquals(Set.of(), municipality.results().centres("2019", CHILD));

        municipality.publish("2019");
        assertEquals(centres("A"), municipality.results().centres("2019", CHILD));
    }

    private static Set<CentreCode> centres(String... codes) {
        return Stream.of(codes).map(CentreCode::new).collect(Collectors.toSet());
    }

    @Test
    void a_municipality_of_one_small_centre_tells_nothing_at_all() {
        municipality.answers("2019", "A", CHILD, MAT, 1, 2, 3, 3).closeAndPublish("2019");

        assertFalse(municipality.turnoutShown("2019", "", CHILD));
        assertFalse(municipality.turnoutShown("2019", "N", CHILD));
        assertFalse(municipality.results().municipality("2019").get(0).index().isShown());
        assertEquals(List.of(), municipality.results().variation("2019"));
    }

    @Test
    void a_theme_that_nobody_answered_at_a_centre_is_no_figure_and_no_error() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(20, 2, 3))
                .answers("2019", "A", CHILD, SOC, each(20, 1, 2))
                .answers("2019", "B", CHILD, MAT, each(20, 1, 2))
                .invite("2019", "C", CHILD, 12)
                .closeAndPublish("2019");

        assertTrue(municipality.results("C", "2019").stream()
                .noneMatch(result -> result.figure().isShown()));
    }

    private void twelveThreeAndEight() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(12, 2, 3))
                .answers("2019", "B", CHILD, MAT, 1, 2, 3)
                .invite("2019", "B", CHILD, 5)
                .answers("2019", "C", CHILD, MAT, each(8, 1, 2, 3))
                .invite("2019", "C", CHILD, 6)
                .closeAndPublish("2019");
    }

    private Optional<WithheldReason> withheld(String centre) {
        return municipality.results(centre, "2019").stream()
                .filter(result -> result.group() == CHILD)
                .findFirst()
                .orElseThrow()
                .figure()
                .withheld();
    }

    private Optional<WithheldReason> rate(String centre) {
        return Optional.ofNullable(municipality
                        .results()
                        .responseRates(new CentreCode(centre), "2019")
                        .get(RespondentGroup.CHILD))
                .orElseThrow()
                .withheld();
    }
}
