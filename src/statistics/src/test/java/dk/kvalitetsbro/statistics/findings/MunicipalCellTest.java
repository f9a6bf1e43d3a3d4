package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static dk.kvalitetsbro.statistics.findings.Cells.cell;
import static dk.kvalitetsbro.statistics.findings.Judging.judgeFirst;
import static dk.kvalitetsbro.statistics.findings.Judging.only;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules on a whole municipality, whose answers come in clusters. */
class MunicipalCellTest {
    @Test
    void a_mean_is_as_certain_as_clusters_allow() {
        Signal level = only(judgeFirst(cell().pomp(400, 60, 20).clusters(25, 16, 0.09)));
        double standardError = 20 / Math.sqrt(400) * Math.sqrt(2.35);
        assertEquals(60 + 2.0639 * standardError, level.interval().high(), 1e-3, "24 degrees of freedom");
    }

    @Test
    void what_unrelated_answers_would_show_may_be_nothing_in_clusters() {
        Cells answers = cell().pomp(400, 68, 18);
        assertEquals(Status.CONFIRMED, judgeFirst(answers).status());
        assertEquals(Status.NO_SIGN, judgeFirst(answers.clusters(8, 50, 0.2)).status());
    }

    @Test
    void a_gap_is_as_certain_as_clusters_allow() {
        Cells pedagogues = cell().group(PEDAGOGUE).pomp(60, 90, 20);
        Cells parents = cell().group(PARENT).pomp(200, 72, 20);
        assertEquals(
                Status.DIFFERENT_EXPERIENCES, judgeFirst(pedagogues, parents).status());
        assertEquals(
                Status.NO_SIGN,
                judgeFirst(pedagogues, parents.clusters(4, 50, 0.5)).status());
    }

    @Test
    void with_fewer_than_two_shown_centres_nothing_is_concluded() {
        Judgement judgement = judgeFirst(cell().pomp(400, 50, 10).unknownClusters());
        assertEquals(Status.NOT_ENOUGH_DATA, judgement.status());
        assertEquals(Set.of(Shortage.FEW_CENTRES), judgement.shortages());
    }
}
