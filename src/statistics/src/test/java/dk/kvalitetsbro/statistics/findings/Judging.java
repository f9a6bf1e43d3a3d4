package dk.kvalitetsbro.statistics.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Judges cells of one centre by the standard thresholds. */
public final class Judging {
    private Judging() {}

    public static List<Judgement> judge(Cells... cells) {
        return new FindingRules(Thresholds.standard())
                .judge(Arrays.stream(cells).map(Cells::build).toList());
    }

    public static Judgement judgeFirst(Cells... cells) {
        return judge(cells).get(0);
    }

    /** The cell in question, followed by themes that are like the rest of the municipality. */
    static Cells[] among(Cells first, int others) {
        return IntStream.rangeClosed(0, others)
                .mapToObj(i -> i == 0 ? first : Cells.cell().theme("OTHER" + i).restPoints(400, 500, 100))
                .toArray(Cells[]::new);
    }

    static Signal only(Judgement judgement) {
        assertEquals(1, judgement.signals().size(), judgement::toString);
        return judgement.signals().get(0);
    }
}
