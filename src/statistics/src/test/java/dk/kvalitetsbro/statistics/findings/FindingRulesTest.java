package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.findings.Cells.cell;
import static dk.kvalitetsbro.statistics.findings.Judging.judge;
import static dk.kvalitetsbro.statistics.findings.Judging.judgeFirst;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be concluded from at all. */
class FindingRulesTest {
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

    @Test
    void a_withheld_cell_is_suppressed_whatever_it_says() {
        Judgement judgement = judgeFirst(cell().pomp(40, 20, 5).withheld(WithheldReason.TO_PROTECT_ANOTHER));
        assertEquals(Status.SUPPRESSED, judgement.status());
        assertEquals(Optional.of(WithheldReason.TO_PROTECT_ANOTHER), judgement.withheld());
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
