package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.findings.Cells.cell;
import static dk.kvalitetsbro.statistics.findings.Judging.judge;
import static dk.kvalitetsbro.statistics.findings.Judging.judgeFirst;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was gained in the last round and is not there any more. */
class LostGainTest {
    @Test
    void a_decline_after_a_gain_is_a_gain_that_is_lost() {
        assertTrue(judgeFirst(declining().gained()).gainLost());
    }

    @Test
    void a_decline_from_an_ordinary_round_loses_no_gain() {
        assertFalse(judgeFirst(declining()).gainLost());
    }

    @Test
    void a_gain_that_did_not_clearly_decline_is_kept() {
        assertFalse(judgeFirst(
                        cell().points(40, 500, 100).previousPoints(40, 520, 100).gained())
                .gainLost());
    }

    @Test
    void another_kind_of_shortfall_loses_no_gain() {
        Judgement judgement = judgeFirst(cell().points(40, 440, 100)
                .previousPoints(40, 440, 100)
                .restPoints(400, 505, 100)
                .gained());
        assertEquals(Status.CONFIRMED, judgement.status());
        assertFalse(judgement.gainLost());
    }

    @Test
    void the_gain_of_one_group_is_not_lost_by_another() {
        List<Judgement> judgements = judge(
                declining(), cell().group(PARENT).previousPoints(20, 500, 100).gained());
        assertFalse(judgements.get(0).gainLost());
        assertFalse(judgements.get(1).gainLost());
    }

    @Test
    void nothing_is_said_of_a_cell_that_is_withheld_or_lacks_data() {
        assertFalse(judgeFirst(declining().gained().withheld(WithheldReason.TO_PROTECT_ANOTHER))
                .gainLost());
        assertFalse(judgeFirst(declining().gained().eligible(200)).gainLost());
    }

    @Test
    void a_lost_gain_changes_no_status() {
        assertEquals(
                judgeFirst(declining()).status(),
                judgeFirst(declining().gained()).status());
    }

    private static Cells declining() {
        return cell().points(40, 450, 100).previousPoints(40, 520, 100);
    }
}
