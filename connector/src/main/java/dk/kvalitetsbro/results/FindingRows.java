package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Signal;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is stored of a centre's findings: the themes in order, every group's judgement, and the signals behind it. */
final class FindingRows implements AutoCloseable {
    private final String round;
    private final CopyBuffer findings;
    private final CopyBuffer judgements;
    private final CopyBuffer signals;

    FindingRows(Handle handle, String round) {
        this.round = round;
        this.findings = new CopyBuffer(handle, "results.finding (round, centre, theme, status, position)");
        this.judgements = new CopyBuffer(
                handle, "results.judgement (round, centre, theme, grp, status, withheld, shortages, grounds)");
        this.signals = new CopyBuffer(
                handle,
                """
                results.signal (round, centre, theme, grp, kind, unit, estimate, low, high, reference, other_group, p,
                                adjusted_p, family_size)""");
    }

    void add(CentreCode centre, List<CentreFindings.Headline> ranked) {
        for (int place = 0; place < ranked.size(); place++) {
            CentreFindings.Headline headline = ranked.get(place);
            findings.row(round, centre, headline.finding().theme(), headline.status(), place + 1);
            headline.finding().judgements().forEach(judgement -> add(centre, judgement));
        }
    }

    private void add(CentreCode centre, Judgement judgement) {
        judgements.row(
                round,
                centre,
                judgement.theme(),
                judgement.group(),
                judgement.status(),
                judgement.withheld(),
                judgement.shortages(),
                judgement.grounds());
        judgement.signals().forEach(signal -> add(centre, judgement, signal));
    }

    private void add(CentreCode centre, Judgement judgement, Signal signal) {
        signals.row(
                round,
                centre,
                judgement.theme(),
                judgement.group(),
                signal.kind(),
                signal.unit(),
                signal.estimate(),
                signal.interval().low(),
                signal.interval().high(),
                signal.reference(),
                signal.otherGroup(),
                signal.p(),
                signal.adjustedP(),
                signal.familySize());
    }

    @Override
    public void close() {
        findings.close();
        judgements.close();
        signals.close();
    }
}
