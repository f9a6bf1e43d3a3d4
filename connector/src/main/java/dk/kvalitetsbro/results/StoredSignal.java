package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.Signal;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Optional;

/** A signal's row; a municipal one has no centre. */
record StoredSignal(
        String round,
        Optional<CentreCode> centre,
        ThemeCode theme,
        RespondentGroup grp,
        SignalKind kind,
        Signal.Unit unit,
        double estimate,
        double low,
        double high,
        double reference,
        Optional<RespondentGroup> otherGroup,
        double p,
        double adjustedP,
        int familySize) {

    /** What it is a signal of. */
    record Of(String round, Optional<CentreCode> centre, ThemeCode theme, RespondentGroup group) {}

    Of of() {
        return new Of(round, centre, theme, grp);
    }

    Signal signal() {
        return new Signal(
                kind, unit, estimate, new Interval(low, high), reference, otherGroup, p, adjustedP, familySize);
    }
}
