package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static dk.kvalitetsbro.statistics.findings.Cells.cell;
import static dk.kvalitetsbro.statistics.findings.Judging.among;
import static dk.kvalitetsbro.statistics.findings.Judging.judge;
import static dk.kvalitetsbro.statistics.findings.Judging.judgeFirst;
import static dk.kvalitetsbro.statistics.findings.Judging.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The signals LEVEL, BELOW_REST and DECLINE, and what confirms them. */
class ShortfallTest {
    @Test
    void a_level_holds_when_the_whole_interval_lies_below_the_threshold() {
        Signal signal = only(judgeFirst(cell().pomp(25, 60, 20)));
        assertEquals(SignalKind.LEVEL, signal.kind());
        assertEquals(Signal.Unit.POMP, signal.unit());
        assertEquals(60, signal.estimate(), 1e-9);
        assertEquals(70, signal.reference());
        assertEquals(60 + 2.0639 * 4, signal.interval().high(), 1e-3);
        assertEquals(0.0098, signal.p(), 5e-5);
    }

    @Test
    void a_judgement_shows_the_signals_that_hold_and_no_others() {
        Judgement judgement = judgeFirst(cell().pomp(25, 60, 20));
        assertTrue(judgement.shows(SignalKind.LEVEL));
        assertFalse(judgement.shows(SignalKind.DECLINE));
    }

    @Test
    void a_mean_below_the_threshold_is_no_level_while_the_interval_reaches_it() {
        assertEquals(Status.NO_SIGN, judgeFirst(cell().pomp(25, 62, 20)).status());
    }

    @Test
    void a_level_is_corrected_by_its_one_sided_p() {
        Judgement judgement = judgeFirst(among(cell().pomp(25, 61.4, 20), 1));
        Signal signal = only(judgement);
        assertEquals(0.0209, signal.p(), 5e-5);
        assertEquals(2 * signal.p(), signal.adjustedP(), 1e-12);
        assertEquals(Status.CONFIRMED, judgement.status());
        assertEquals(Set.of(Ground.STANDS_AFTER_CORRECTION), judgement.grounds());
    }

    @Test
    void below_rest_is_a_difference_in_points_from_the_rest() {
        Signal signal = only(judgeFirst(cell().points(20, 450, 100).restPoints(400, 505, 100)));
        assertEquals(SignalKind.BELOW_REST, signal.kind());
        assertEquals(Signal.Unit.POINTS, signal.unit());
        assertEquals(-55, signal.estimate(), 1e-9);
        assertEquals(505, signal.reference(), 1e-9);
    }

    @Test
    void a_certain_difference_of_less_than_twenty_points_is_no_signal() {
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(cell().points(2000, 481, 50).restPoints(4000, 500, 50))
                        .status());
        assertEquals(
                Status.CONFIRMED,
                judgeFirst(cell().points(2000, 479, 50).restPoints(4000, 500, 50))
                        .status());
    }

    @Test
    void a_large_difference_that_may_be_chance_is_no_signal() {
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(cell().points(20, 460, 100).restPoints(400, 500, 100))
                        .status());
    }

    @Test
    void decline_is_a_change_since_last_round() {
        Signal signal = only(judgeFirst(cell().points(40, 450, 100).previousPoints(40, 520, 100)));
        assertEquals(SignalKind.DECLINE, signal.kind());
        assertEquals(-70, signal.estimate(), 1e-9);
        assertEquals(520, signal.reference(), 1e-9);
    }

    @Test
    void a_decline_is_measured_on_the_items_that_both_rounds_asked() {
        Cells onOwnItemsHigher =
                cell().points(40, 560, 100).sharedPoints(40, 450, 100).previousPoints(40, 520, 100);

        assertEquals(-70, only(judgeFirst(onOwnItemsHigher)).estimate(), 1e-9);
        assertEquals(
                List.of(),
                judgeFirst(cell().points(40, 450, 100).sharedPoints(9, 450, 100).previousPoints(40, 520, 100))
                        .signals());
    }

    @Test
    void nine_answers_last_round_or_in_the_rest_are_nothing_to_compare_with() {
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(cell().points(40, 500, 50).previousPoints(9, 600, 50))
                        .status());
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(cell().points(40, 500, 50).restPoints(9, 600, 50)).status());
        assertEquals(
                Status.CONFIRMED,
                judgeFirst(cell().points(40, 500, 50).restPoints(10, 600, 50)).status());
    }

    @Test
    void without_a_baseline_there_are_no_points_to_compare() {
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(cell().points(40, 500, 50).restPoints(400, 600, 50).withoutBaseline())
                        .status());
    }

    @Test
    void one_that_stands_after_correction_is_confirmed() {
        Judgement judgement = judgeFirst(among(cell().points(20, 430, 100).restPoints(400, 505, 100), 9));
        assertTrue(only(judgement).adjustedP() < 0.05);
        assertEquals(Status.CONFIRMED, judgement.status());
    }

    @Test
    void tests_of_cells_without_enough_data_do_not_count_in_the_family() {
        Cells[] cells = among(cell().points(20, 450, 100).restPoints(400, 505, 100), 4);
        cells[1].withheld(WithheldReason.TO_PROTECT_ANOTHER);
        cells[2].eligible(100);
        assertEquals(3, only(judgeFirst(cells)).familySize());
    }

    @Test
    void two_groups_with_the_same_sign_confirm_each_other() {
        List<Judgement> judgements = judge(
                cell().points(20, 450, 100).restPoints(400, 505, 100),
                cell().group(PARENT).points(20, 450, 100).restPoints(400, 505, 100),
                cell().group(PEDAGOGUE).restPoints(400, 505, 100));
        assertEquals(Status.CONFIRMED, judgements.get(0).status());
        assertEquals(Set.of(Ground.SEEN_BY_SEVERAL_GROUPS), judgements.get(0).grounds());
        assertEquals(Status.CONFIRMED, judgements.get(1).status());
        assertEquals(Status.NO_SIGN, judgements.get(2).status());
    }

    @Test
    void two_groups_with_different_signs_do_not_confirm_each_other() {
        List<Judgement> judgements = judge(
                cell().points(20, 450, 100).restPoints(400, 505, 100),
                cell().theme("APU").restPoints(400, 505, 100),
                cell().theme("KOM").restPoints(400, 505, 100),
                cell().group(PARENT).points(20, 440, 100).previousPoints(20, 510, 100),
                cell().group(PARENT).theme("APU").previousPoints(20, 505, 100));
        assertTrue(judgements.get(0).shows(SignalKind.BELOW_REST));
        assertTrue(judgements.get(3).shows(SignalKind.DECLINE));
        assertEquals(Status.INDICATION, judgements.get(0).status());
        assertEquals(Status.INDICATION, judgements.get(3).status());
    }

    @Test
    void a_group_that_lacks_data_confirms_nobody() {
        Cells low = cell().points(20, 450, 100).restPoints(400, 505, 100);
        Cells tooFewInvitedAnswered = cell().group(PARENT)
                .points(20, 450, 100)
                .restPoints(400, 505, 100)
                .eligible(100);
        Judgement judgement =
                judgeFirst(low, tooFewInvitedAnswered, cell().theme("APU").restPoints(400, 505, 100));
        assertEquals(Status.INDICATION, judgement.status());
    }

    @Test
    void the_same_sign_on_another_theme_confirms_nothing() {
        Judgement judgement = judgeFirst(
                cell().points(20, 450, 100).restPoints(400, 505, 100),
                cell().theme("APU").group(PARENT).points(20, 450, 100).restPoints(400, 505, 100),
                cell().theme("KOM").restPoints(400, 505, 100));
        assertEquals(Status.INDICATION, judgement.status());
    }
}
