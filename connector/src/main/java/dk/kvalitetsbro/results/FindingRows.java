package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Signal;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What is stored of findings, of centres or of the municipality: the themes in order with what put them there, every
 * group's judgement, and the signals behind it.
 */
final class FindingRows implements AutoCloseable {
    private final String round;
    private final CopyBuffer findings;
    private final CopyBuffer judgements;
    private final CopyBuffer signals;

    private FindingRows(Handle handle, String round, String tables, String place) {
        this.round = round;
        this.findings =
                new CopyBuffer(handle, tables + "finding (" + place + ", theme, status, position, focus, size)");
        this.judgements = new CopyBuffer(
                handle,
                tables + "judgement (" + place + ", theme, grp, status, withheld, shortages, grounds, gain_lost)");
        this.signals = new CopyBuffer(
                handle,
                tables + "signal (" + place
                        + """
                , theme, grp, kind, unit, estimate, low, high, reference, other_group, p, adjusted_p, family_size)""");
    }

    static FindingRows ofCentres(Handle handle, String round) {
        return new FindingRows(handle, round, "results.", "round, centre");
    }

    static FindingRows ofMunicipality(Handle handle, String round) {
        return new FindingRows(handle, round, "results.municipal_", "round");
    }

    void add(CentreCode centre, List<RankedThemes.Headline> ranked) {
        add(List.of(round, centre), ranked);
    }

    void add(List<RankedThemes.Headline> ofMunicipality) {
        add(List.of(round), ofMunicipality);
    }

    private void add(List<Object> place, List<RankedThemes.Headline> ranked) {
        for (int position = 0; position < ranked.size(); position++) {
            RankedThemes.Headline headline = ranked.get(position);
            row(
                    findings,
                    place,
                    headline.finding().theme(),
                    headline.status(),
                    position + 1,
                    headline.finding().municipalFocus(),
                    headline.finding().shrunkenSize());
            headline.finding().judgements().forEach(judgement -> add(place, judgement));
        }
    }

    private void add(List<Object> place, Judgement judgement) {
        row(
                judgements,
                place,
                judgement.theme(),
                judgement.group(),
                judgement.status(),
                judgement.withheld(),
                judgement.shortages(),
                judgement.grounds(),
                judgement.gainLost());
        judgement.signals().forEach(signal -> add(place, judgement, signal));
    }

    private void add(List<Object> place, Judgement judgement, Signal signal) {
        row(
                signals,
                place,
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

    private static void row(CopyBuffer table, List<Object> place, Object... values) {
        table.row(Stream.concat(place.stream(), Stream.of(values)).toArray());
    }

    @Override
    public void close() {
        findings.close();
        judgements.close();
        signals.close();
    }
}
