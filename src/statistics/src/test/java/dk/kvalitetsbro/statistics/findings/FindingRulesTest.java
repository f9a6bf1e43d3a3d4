package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static dk.kvalitetsbro.statistics.findings.Cells.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FindingRulesTest {
    private final FindingRules rules = new FindingRules(Thresholds.standard());

    private List<Judgement> judge(Cells... cells) {
        return rules.judge(Arrays.stream(cells).map(Cells::build).toList());
    }

    private Judgement judgeFirst(Cells... cells) {
        return judge(cells).get(0);
    }

    /** Themes without a sign, to be tested beside the one in question. */
    private static Cells[] among(Cells first, int others) {
        return IntStream.rangeClosed(0, others)
                .mapToObj(i -> i == 0 ? first : cell().theme("OTHER" + i).restPoints(400, 500, 100))
                .toArray(Cells[]::new);
    }

    private static Signal only(Judgement judgement) {
        assertEquals(1, judgement.signals().size(), judgement::toString);
        return judgement.signals().get(0);
    }

    @Test
    void an_ordinary_cell_gives_no_sign() {
        Judgement judgement = judgeFirst(cell().restPoints(400, 500, 100).previousPoints(20, 500, 100));
        assertEquals(Status.NO_SIGN, judgement.status());
        assertEquals(List.of(), judgement.signals());
        assertEquals(Set.of(), judgement.grounds());
    }

    @Test
    void judgements_stand_in_the_order_of_the_cells() {
        List<Judgement> judgements = judge(cell().theme("SOC"), cell().theme("APU"), cell().group(PARENT));
        assertEquals(
                List.of("SOC", "APU", "SOC"),
                judgements.stream().map(Judgement::theme).toList());
        assertEquals(PARENT, judgements.get(2).group());
    }

    @Test
    void two_cells_of_the_same_group_and_theme_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> judge(cell(), cell()));
    }

    @Nested
    class Screening {
        @Test
        void four_answers_are_suppressed_whatever_they_say() {
            Judgement judgement = judgeFirst(cell().pomp(4, 20, 5));
            assertEquals(Status.SUPPRESSED, judgement.status());
            assertEquals(Optional.of(WithheldReason.TOO_FEW_ANSWERS), judgement.withheld());
            assertEquals(List.of(), judgement.signals());
        }

        @Test
        void nine_answers_may_be_described_but_not_concluded_from() {
            lacks(cell().pomp(9, 30, 5), Shortage.FEW_ANSWERS);
            assertEquals(Status.CONFIRMED, judgeFirst(cell().pomp(10, 30, 5)).status());
        }

        @Test
        void less_than_half_of_the_invited_is_not_enough() {
            lacks(cell().pomp(20, 30, 5).eligible(41), Shortage.LOW_RESPONSE_RATE);
            assertEquals(
                    Status.CONFIRMED,
                    judgeFirst(cell().pomp(20, 30, 5).eligible(40)).status());
        }

        @Test
        void an_unknown_number_of_invited_is_not_enough() {
            lacks(cell().pomp(20, 30, 5).eligible(0), Shortage.LOW_RESPONSE_RATE);
        }

        @Test
        void items_that_do_not_hang_together_are_not_enough() {
            lacks(cell().pomp(20, 30, 5).alpha(OptionalDouble.of(0.59)), Shortage.LOW_ALPHA);
            lacks(cell().pomp(20, 30, 5).alpha(OptionalDouble.empty()), Shortage.LOW_ALPHA);
            assertEquals(
                    Status.CONFIRMED,
                    judgeFirst(cell().pomp(20, 30, 5).alpha(OptionalDouble.of(0.60)))
                            .status());
        }

        @Test
        void three_contact_pedagogues_are_shown_but_give_no_finding() {
            lacks(cell().group(CONTACT_PEDAGOGUE).pomp(20, 30, 5).raters(3), Shortage.FEW_RATERS);
            lacks(cell().group(CONTACT_PEDAGOGUE).pomp(20, 30, 5).raters(4), Shortage.FEW_RATERS);
            assertEquals(
                    Status.CONFIRMED,
                    judgeFirst(cell().group(CONTACT_PEDAGOGUE).pomp(20, 30, 5).raters(5))
                            .status());
        }

        @Test
        void raters_are_asked_for_among_contact_pedagogues_only() {
            assertEquals(Status.NO_SIGN, judgeFirst(cell().raters(0)).status());
        }

        @Test
        void a_leader_is_never_judged() {
            assertEquals(
                    Optional.of(WithheldReason.LEADERS_NEVER_PER_CENTRE),
                    judgeFirst(cell().group(LEADER)).withheld());
        }

        @Test
        void every_shortage_is_named() {
            assertEquals(
                    Set.of(Shortage.FEW_ANSWERS, Shortage.LOW_RESPONSE_RATE, Shortage.LOW_ALPHA),
                    judgeFirst(cell().pomp(8, 75, 20).eligible(40).alpha(OptionalDouble.of(0.2)))
                            .shortages());
        }

        private void lacks(Cells cell, Shortage shortage) {
            Judgement judgement = judgeFirst(cell);
            assertEquals(Status.NOT_ENOUGH_DATA, judgement.status());
            assertEquals(Set.of(shortage), judgement.shortages());
            assertEquals(List.of(), judgement.signals());
        }
    }

    @Nested
    class Shortfalls {
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
        void nine_answers_last_round_or_in_the_rest_are_nothing_to_compare_with() {
            assertEquals(
                    Status.NO_SIGN,
                    judgeFirst(cell().points(40, 500, 50).previousPoints(9, 600, 50))
                            .status());
            assertEquals(
                    Status.NO_SIGN,
                    judgeFirst(cell().points(40, 500, 50).restPoints(9, 600, 50))
                            .status());
            assertEquals(
                    Status.CONFIRMED,
                    judgeFirst(cell().points(40, 500, 50).restPoints(10, 600, 50))
                            .status());
        }

        @Test
        void without_a_baseline_there_are_no_points_to_compare() {
            assertEquals(
                    Status.NO_SIGN,
                    judgeFirst(cell().points(40, 500, 50)
                                    .restPoints(400, 600, 50)
                                    .withoutBaseline())
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
            cells[1].pomp(4, 75, 20);
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
            assertEquals(
                    Set.of(Ground.SEEN_BY_SEVERAL_GROUPS), judgements.get(0).grounds());
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

    @Nested
    class Gaps {
        @Test
        void pedagogues_and_parents_who_lie_apart_have_different_experiences() {
            List<Judgement> judgements = judge(
                    cell().group(PEDAGOGUE).pomp(12, 83, 12),
                    cell().group(PARENT).pomp(40, 68, 18));
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
                    cell().group(PARENT).pomp(40, 55, 18),
                    cell().group(PEDAGOGUE).pomp(20, 80, 12));
            assertEquals(Status.CONFIRMED, judgements.get(0).status());
            assertTrue(judgements.get(0).shows(SignalKind.GAP));
            assertEquals(Status.DIFFERENT_EXPERIENCES, judgements.get(1).status());
        }

        @Test
        void a_gap_goes_before_a_strength() {
            Judgement judgement = judgeFirst(
                    cell().group(PEDAGOGUE).pomp(20, 95, 6),
                    cell().group(PARENT).pomp(40, 75, 18));
            assertTrue(judgement.shows(SignalKind.ABOVE_LEVEL));
            assertEquals(Status.DIFFERENT_EXPERIENCES, judgement.status());
        }
    }

    @Nested
    class Strengths {
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
    }
}
