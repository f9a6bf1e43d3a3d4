package dk.kvalitetsbro.centreresults;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.Finding;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.ItemResult;
import dk.kvalitetsbro.results.MunicipalResult;
import dk.kvalitetsbro.results.ThemeVoices;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Shortage;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.surveys.Round;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds that a survey should not be, but now and then is: each gives a stated result or a stated reason. */
class BadInputTest {
    private final Municipality municipality = new Municipality();

    @AfterEach
    void nothing_that_is_told_is_not_a_number() {
        String told = shown(municipality.results("A", "2019"), GroupResult::figure)
                + shown(municipality.results().municipality("2019"), MunicipalResult::index)
                + shown(municipality.results().items(new CentreCode("A"), "2019", MAT), ItemResult::answers)
                + municipality.municipalFindings("2019").stream()
                        .map(finding -> shown(List.copyOf(finding.figures().values()), figure -> figure))
                        .toList()
                + municipality.findings("A", "2019")
                + municipality.results().variation("2019")
                + municipality.workedOut("A", "2019", MAT)
                + new Sheets(municipality).of("A", "2019");
        municipality.close();
        assertFalse(told.contains("NaN") || told.contains("Infinity") || told.contains("\uFFFD"), told);
    }

    private static <T, F> String shown(List<T> results, Function<T, Release<F>> released) {
        return results.stream()
                .flatMap(result -> released.apply(result).shown().stream())
                .toList()
                .toString();
    }

    @Test
    void without_a_baseline_a_centre_is_measured_by_its_level_alone() {
        municipality
                .answers("2019", "A", PEDAGOGUE, MAT, each(20, 1, 2))
                .answers("2019", "B", PEDAGOGUE, MAT, each(20, 4, 5))
                .close("2019")
                .forgetBaselines()
                .publish("2019");

        GroupResult result = municipality.results("A", "2019").get(0);
        assertEquals(
                Optional.empty(),
                result.figure().shown().orElseThrow().index().orElseThrow().points());
        assertEquals(Status.CONFIRMED, only().status());
    }

    @Test
    void a_municipality_of_one_centre_has_no_rest_to_be_compared_with() {
        municipality.answers("2019", "A", PEDAGOGUE, MAT, each(20, 1, 2)).closeAndPublish("2019");

        assertEquals(Status.CONFIRMED, only().status());
        assertEquals(List.of(), only().groupsShowing(SignalKind.BELOW_REST));
        assertEquals(List.of(), municipality.results().variation("2019"));
        assertEquals(
                Status.NOT_ENOUGH_DATA,
                municipality.municipalFindings("2019").get(0).status());
    }

    @Test
    void a_centre_that_opened_or_merged_later_says_which_rounds_it_took_no_part_in() {
        municipality.answers("2017", "B", PEDAGOGUE, MAT, each(20, 2, 3)).closeAndPublish("2017");
        municipality
                .answers("2019", "A", PEDAGOGUE, MAT, each(20, 2, 3))
                .answers("2019", "B", PEDAGOGUE, MAT, each(20, 2, 3))
                .closeAndPublish("2019");
        List<Round> published = municipality.rounds().published();

        assertEquals(
                List.of("Kortlægning 2017"),
                ThemePage.absent(published, municipality.results().onTheme(new CentreCode("A"), MAT)));
        assertEquals(
                List.of(), ThemePage.absent(published, municipality.results().onTheme(new CentreCode("B"), MAT)));
        assertEquals(List.of(), municipality.trends("A", MAT));
    }

    @Test
    void a_group_in_which_nobody_answered_is_withheld() {
        municipality
                .answers("2019", "A", PEDAGOGUE, MAT, each(20, 1, 2))
                .answers("2019", "B", PARENT, MAT, each(20, 3, 4))
                .invite("2019", "A", PARENT, 12)
                .closeAndPublish("2019");

        assertEquals(
                List.of(Status.CONFIRMED, Status.SUPPRESSED),
                only().voices().stream().map(ThemeVoices.Voice::status).toList());
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_ANSWERS),
                municipality
                        .results()
                        .responseRates(new CentreCode("A"), "2019")
                        .get(PARENT)
                        .withheld());
    }

    @Test
    void a_round_that_nobody_answered_has_no_findings() {
        municipality.invite("2019", "A", CHILD, 20).closeAndPublish("2019");

        assertEquals(List.of(), municipality.findings("A", "2019"));
        assertEquals(List.of(), municipality.municipalFindings("2019"));
    }

    @Test
    void everybody_alike_everywhere_is_withheld() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(20, 2))
                .answers("2019", "B", CHILD, MAT, each(20, 2))
                .closeAndPublish("2019");

        assertEquals(Status.SUPPRESSED, only().status());
        assertEquals(
                Status.SUPPRESSED, municipality.municipalFindings("2019").get(0).status());
    }

    @Test
    void answers_that_are_all_missing_are_no_answers() {
        for (int i = 0; i < 12; i++) {
            municipality.response("2019", "A", CHILD, MAT, 0, 0, 0);
            municipality.response("2019", "B", CHILD, MAT, 1 + i % 3, 1 + i % 3, 1 + i % 3);
        }
        municipality.closeAndPublish("2019");

        assertEquals(Status.SUPPRESSED, only().status());
    }

    @Test
    void a_theme_with_one_item_is_told_as_that_item() {
        for (int i = 0; i < 12; i++) {
            municipality.response("2019", "A", CHILD, MAT, 1 + i % 3, 0, 0);
            municipality.response("2019", "B", CHILD, MAT, 1 + i % 3, 0, 0);
        }
        municipality.closeAndPublish("2019");

        Figure figure =
                municipality.results("A", "2019").get(0).figure().shown().orElseThrow();
        assertEquals(Set.of(Shortage.LOW_ALPHA), figure.judgement().shortages());
        assertEquals(Optional.empty(), figure.index());
        assertEquals(
                1,
                municipality.results().items(new CentreCode("A"), "2019", MAT).size());
        assertEquals(
                Status.NOT_ENOUGH_DATA,
                municipality.municipalFindings("2019").get(0).status());
    }

    private Finding only() {
        return municipality.findings("A", "2019").get(0);
    }
}
