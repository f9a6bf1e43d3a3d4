package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
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

import dk.kvalitetsbro.statistics.Scale;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is talked about without being a shortfall. */
class GapAndStrengthTest {
    @Test
    void pedagogues_and_parents_who_lie_apart_have_different_experiences() {
        List<Judgement> judgements = judge(
                cell().group(PEDAGOGUE).pomp(12, 83, 12), cell().group(PARENT).pomp(40, 68, 18));
        Signal staff = only(judgements.get(0));
        Signal parents = only(judgements.get(1));
        assertEquals(Status.DIFFERENT_EXPERIENCES, judgements.get(0).status());
        assertEquals(Status.DIFFERENT_EXPERIENCES, judgements.get(1).status());
        assertEquals(15, staff.estimate(), 1e-9);
        assertEquals(68, staff.reference(), 1e-9);
        assertEquals(Optional.of(PARENT), staff.otherGroup());
        assertEquals(-15, parents.estimate(), 1e-9);
        assertEquals(83, parents.reference(), 1e-9);
        assertEquals(1, staff.familySize(), "one test, seen from two sides");
    }

    @Test
    void fourteen_pomp_are_no_gap_however_certain() {
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(
                                cell().group(PEDAGOGUE).pomp(120, 82, 12),
                                cell().group(PARENT).pomp(400, 68.1, 30).families(300))
                        .status());
    }

    @Test
    void groups_on_different_scales_are_not_compared() {
        List<Judgement> judgements = judge(
                cell().group(PEDAGOGUE).pomp(20, 84, 12),
                cell().group(PARENT).pomp(40, 66.5, 18).scale(Scale.FIT_4));
        assertEquals(Status.NO_SIGN, judgements.get(0).status());
    }

    @Test
    void children_are_not_compared_with_adults() {
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(
                                cell().group(PARENT).pomp(20, 84, 12),
                                cell().group(CHILD).pomp(40, 66.5, 18))
                        .status());
    }

    @Test
    void a_group_without_enough_data_is_not_compared() {
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(
                                cell().group(PEDAGOGUE).pomp(20, 84, 12),
                                cell().group(PARENT).pomp(40, 66.5, 18).eligible(200))
                        .status());
    }

    @Test
    void a_shortfall_goes_before_a_gap_and_keeps_it_in_view() {
        List<Judgement> judgements = judge(
                cell().group(PARENT).pomp(40, 55, 18), cell().group(PEDAGOGUE).pomp(20, 80, 12));
        assertEquals(Status.CONFIRMED, judgements.get(0).status());
        assertTrue(judgements.get(0).shows(SignalKind.GAP));
        assertEquals(Status.DIFFERENT_EXPERIENCES, judgements.get(1).status());
    }

    @Test
    void a_gap_goes_before_a_strength() {
        Judgement judgement = judgeFirst(
                cell().group(PEDAGOGUE).pomp(20, 95, 6), cell().group(PARENT).pomp(40, 75, 18));
        assertTrue(judgement.shows(SignalKind.ABOVE_LEVEL));
        assertEquals(Status.DIFFERENT_EXPERIENCES, judgement.status());
    }

    @Test
    void a_level_above_its_own_threshold_is_a_strength() {
        Judgement judgement = judgeFirst(cell().pomp(25, 92, 12));
        Signal signal = only(judgement);
        assertEquals(SignalKind.ABOVE_LEVEL, signal.kind());
        assertEquals(85, signal.reference());
        assertEquals(Status.STRENGTH, judgement.status());
        assertEquals(Set.of(Ground.STANDS_AFTER_CORRECTION), judgement.grounds());
        assertEquals(Status.NO_SIGN, judgeFirst(cell().pomp(25, 89, 12)).status());
    }

    @Test
    void one_mirror_signal_that_does_not_stand_is_no_strength() {
        Judgement judgement = judgeFirst(among(cell().points(20, 560, 100).restPoints(400, 505, 100), 9));
        assertTrue(judgement.shows(SignalKind.ABOVE_REST));
        assertEquals(Status.NO_SIGN, judgement.status());
    }

    @Test
    void two_groups_make_it_a_strength() {
        Cells[] cells = among(cell().points(20, 560, 100).restPoints(400, 505, 100), 9);
        cells[1] = cell().group(PARENT).points(20, 560, 100).restPoints(400, 505, 100);
        Judgement judgement = judgeFirst(cells);
        assertEquals(Status.STRENGTH, judgement.status());
        assertEquals(Set.of(Ground.SEEN_BY_SEVERAL_GROUPS), judgement.grounds());
    }

    @Test
    void progress_from_a_low_level_is_still_a_shortfall() {
        Judgement judgement = judgeFirst(cell().pomp(40, 60, 15).previousPoints(40, 300, 80));
        assertTrue(judgement.shows(SignalKind.PROGRESS));
        assertTrue(judgement.shows(SignalKind.LEVEL));
        assertEquals(Status.CONFIRMED, judgement.status());
        assertFalse(judgement.signals().isEmpty());
    }

    @Test
    void every_kind_but_a_gap_is_either_a_shortfall_or_a_strength() {
        for (SignalKind kind : SignalKind.values()) {
            assertFalse(kind.isShortfall() && kind.isStrength());
            assertEquals(kind == SignalKind.GAP, !kind.isShortfall() && !kind.isStrength());
        }
    }
}
