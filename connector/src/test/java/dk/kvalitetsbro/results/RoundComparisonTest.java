package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds are compared with each other on the items that both asked. */
class RoundComparisonTest {
    private final Municipality municipality = new Municipality();

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void points_are_measured_from_the_first_round_with_the_same_items() {
        municipality.answers("2015", "A", PEDAGOGUE, MAT, each(20, 2, 3)).closeAndPublish("2015");
        municipality.answers("2017", "A", PEDAGOGUE, MAT, each(20, 3, 4)).closeAndPublish("2017");
        double sd = Math.sqrt(20 * 0.25 / 19);

        assertEquals(500, points("A", "2015", MAT, PEDAGOGUE), 1e-9);
        assertEquals(500 + 100 / sd, points("A", "2017", MAT, PEDAGOGUE), 1e-9);
    }

    @Test
    void a_decline_is_measured_from_the_round_before() {
        municipality.answers("2015", "A", PEDAGOGUE, MAT, each(20, 1, 2)).closeAndPublish("2015");
        municipality.answers("2017", "A", PEDAGOGUE, MAT, each(20, 4, 5)).closeAndPublish("2017");
        municipality.answers("2019", "A", PEDAGOGUE, MAT, each(20, 3, 4)).closeAndPublish("2019");

        assertTrue(voice("A", "2017", MAT, PEDAGOGUE).signals().contains(SignalKind.PROGRESS));
        assertTrue(voice("A", "2019", MAT, PEDAGOGUE).signals().contains(SignalKind.DECLINE));
    }

    @Test
    void rounds_that_share_some_items_are_compared_on_those() {
        for (int i = 0; i < 20; i++) {
            municipality.response("2017", "A", PEDAGOGUE, MAT, 4 + i % 2, 4 + i % 2, 0, 0);
            municipality.response("2019", "A", PEDAGOGUE, MAT, 3 + i % 2, 3 + i % 2, 5, 5);
        }
        municipality.closeAndPublish("2017").closeAndPublish("2019");

        assertTrue(voice("A", "2019", MAT, PEDAGOGUE).signals().contains(SignalKind.DECLINE));
        assertEquals(500, points("A", "2019", MAT, PEDAGOGUE), 1e-9);
        Trend trend = only(municipality.trends("A", MAT));
        assertEquals(List.of(Trend.Basis.SHARED_ITEMS, 2, 4), List.of(trend.basis(), trend.shared(), trend.asked()));
        assertEquals(-25, change(trend).difference(), 1e-9);
        assertEquals(
                List.of(20L, 20L),
                List.of(change(trend).answersThen(), change(trend).answersNow()));
    }

    @Test
    void what_is_compared_was_kept_when_the_answers_were_deleted() {
        municipality.answers("2017", "A", PEDAGOGUE, MAT, each(20, 4, 5)).closeAndPublish("2017");
        municipality.forgetAnswers("2017");
        for (int i = 0; i < 20; i++) {
            municipality.response("2019", "A", PEDAGOGUE, MAT, 0, 3 + i % 2, 3 + i % 2, 0);
        }
        municipality.closeAndPublish("2019");

        assertTrue(voice("A", "2019", MAT, PEDAGOGUE).signals().contains(SignalKind.DECLINE));
        assertEquals(500 - 100 / Math.sqrt(20 * 0.25 / 19), points("A", "2019", MAT, PEDAGOGUE), 1e-9);
    }

    @Test
    void rounds_that_share_one_item_or_none_are_not_compared() {
        for (int i = 0; i < 20; i++) {
            municipality.response("2015", "A", PEDAGOGUE, MAT, 4 + i % 2, 4 + i % 2, 0, 0);
            municipality.response("2017", "A", PEDAGOGUE, MAT, 0, 0, 2 + i % 2, 4 - i % 2);
            municipality.response("2019", "A", PEDAGOGUE, MAT, 0, 4 + i % 2, 4 + i % 2, 0);
        }
        municipality.closeAndPublish("2015").closeAndPublish("2017").closeAndPublish("2019");

        assertEquals(List.of(), changes("2017"));
        assertEquals(List.of(), changes("2019"));
        assertEquals(
                List.of(Trend.Basis.OTHER_ITEMS, Trend.Basis.OTHER_ITEMS),
                municipality.trends("A", MAT).stream().map(Trend::basis).toList());
    }

    @Test
    void a_round_of_which_no_subset_was_kept_cannot_be_compared_and_that_is_said() {
        municipality.answers("2017", "A", PEDAGOGUE, MAT, each(20, 4, 5)).closeAndPublish("2017");
        municipality.forgetSubsets("2017");
        for (int i = 0; i < 20; i++) {
            municipality.response("2019", "A", PEDAGOGUE, MAT, 0, 3 + i % 2, 3 + i % 2, 0);
        }
        municipality.closeAndPublish("2019");

        assertEquals(List.of(), changes("2019"));
        assertEquals(Trend.Basis.NOT_KEPT, only(municipality.trends("A", MAT)).basis());
    }

    @Test
    void a_trend_is_withheld_with_either_of_its_rounds() {
        municipality
                .answersFrom(respondent -> "family" + respondent % 4, "2017", "A", PARENT, MAT, each(20, 4, 5))
                .closeAndPublish("2017");
        municipality.answers("2019", "A", PARENT, MAT, each(20, 2, 3)).closeAndPublish("2019");

        assertEquals(
                WithheldReason.TOO_FEW_FAMILIES,
                only(municipality.trends("A", MAT))
                        .change()
                        .orElseThrow()
                        .withheld()
                        .orElseThrow());
    }

    @Test
    void a_leader_has_no_trend_at_one_centre_and_loose_items_have_none_in_one_figure() {
        municipality.answers("2017", "A", LEADER, MAT, 4).answers("2019", "A", LEADER, MAT, 5);
        for (int i = 0; i < 20; i++) {
            municipality.response("2017", "A", PEDAGOGUE, MAT, 1 + i % 5, 5 - i % 5, 1 + i / 4, 3);
            municipality.response("2019", "A", PEDAGOGUE, MAT, 1 + i % 5, 5 - i % 5, 1 + i / 4, 3);
        }
        municipality.closeAndPublish("2017").closeAndPublish("2019");

        List<Trend> trends = municipality.trends("A", MAT);
        Trend leaders = trends.stream()
                .filter(trend -> trend.group() == LEADER)
                .findFirst()
                .orElseThrow();
        Trend pedagogues = trends.stream()
                .filter(trend -> trend.group() == PEDAGOGUE)
                .findFirst()
                .orElseThrow();
        assertEquals(
                WithheldReason.LEADERS_NEVER_PER_CENTRE,
                leaders.change().orElseThrow().withheld().orElseThrow());
        assertEquals(Trend.Basis.SINGLE_ITEMS, pedagogues.basis());
        assertEquals(Optional.empty(), pedagogues.change());
    }

    @Test
    void a_trend_on_the_same_items_says_so_and_an_unpublished_round_has_none() {
        municipality.answers("2017", "A", PEDAGOGUE, MAT, each(20, 2, 3)).closeAndPublish("2017");
        municipality.answers("2019", "A", PEDAGOGUE, MAT, each(20, 3, 4)).close("2019");
        assertEquals(List.of(), municipality.trends("A", MAT));

        municipality.publish("2019");
        assertEquals(Trend.Basis.SAME_ITEMS, only(municipality.trends("A", MAT)).basis());
        assertEquals(25, change(only(municipality.trends("A", MAT))).difference(), 1e-9);
    }

    @Test
    void what_is_kept_of_a_subset_is_what_its_items_alone_would_have_come_to() {
        municipality
                .response("2017", "A", PEDAGOGUE, MAT, 1, 2, 3, 4)
                .response("2017", "A", PEDAGOGUE, MAT, 5, 0, 0, 4)
                .response("2017", "B", PEDAGOGUE, MAT, 0, 0, 2, 5)
                .close("2017");

        assertEquals(new Summary(2, 3.25, 6.125), municipality.kept("2017", "A", PEDAGOGUE, MAT, 0, 1));
        assertEquals(new Summary(1, 2, 0), municipality.kept("2017", "B", PEDAGOGUE, MAT, 1, 2));
    }

    @Test
    void a_round_that_could_not_be_shown_is_not_compared_with() {
        municipality
                .answersFrom(respondent -> "family" + respondent % 4, "2017", "A", PARENT, MAT, each(20, 4, 5))
                .closeAndPublish("2017");
        municipality.answers("2019", "A", PARENT, MAT, each(20, 2, 3)).closeAndPublish("2019");

        assertFalse(voice("A", "2019", MAT, PARENT).signals().contains(SignalKind.DECLINE));
    }

    private double points(String centre, String round, ThemeCode theme, RespondentGroup group) {
        return municipality.results(centre, round).stream()
                .filter(result -> result.theme().equals(theme) && result.group() == group)
                .map(result -> result.figure().shown().orElseThrow().index().orElseThrow())
                .findFirst()
                .flatMap(Index::points)
                .orElseThrow();
    }

    private Finding.Voice voice(String centre, String round, ThemeCode theme, RespondentGroup group) {
        return municipality.findings(centre, round).stream()
                .filter(finding -> finding.theme().code().equals(theme))
                .flatMap(finding -> finding.voices().stream())
                .filter(voice -> voice.group() == group)
                .findFirst()
                .orElseThrow();
    }

    private List<SignalKind> changes(String round) {
        return voice("A", round, MAT, PEDAGOGUE).signals().stream()
                .filter(kind -> kind == SignalKind.DECLINE || kind == SignalKind.PROGRESS)
                .toList();
    }

    private static Trend only(List<Trend> trends) {
        assertEquals(1, trends.size());
        return trends.get(0);
    }

    private static Trend.Change change(Trend trend) {
        return trend.change().orElseThrow().shown().orElseThrow();
    }
}
