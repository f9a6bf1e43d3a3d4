package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What groups say of one theme at one place, and what that adds up to. */
public sealed interface ThemeVoices permits Finding, MunicipalFinding {
    /**
     * What the rules say of one group.
     *
     * @param signals  that hold; none for a group that is withheld or lacks data
     * @param gainLost whether it declined after a round that gave it a strength or progress
     */
    record Voice(RespondentGroup group, Status status, Set<SignalKind> signals, boolean gainLost) {
        public Voice {
            signals = Set.copyOf(signals);
        }

        boolean isShortfall() {
            return ThemeVoices.isShortfall(status);
        }
    }

    Theme theme();

    /** Of the gravest group, which puts the theme where it stands. */
    Status status();

    /** One per group that was asked about the theme. */
    List<Voice> voices();

    /** Whether something should be decided about it. */
    default boolean isShortfall() {
        return isShortfall(status());
    }

    private static boolean isShortfall(Status status) {
        return status == Status.CONFIRMED || status == Status.INDICATION;
    }

    /** The groups behind the status; for a shortfall those with an uncertain sign too. */
    default List<RespondentGroup> groups() {
        return speaking().stream().map(Voice::group).toList();
    }

    /** The groups that declined after a round that gave them a strength or progress. */
    default List<RespondentGroup> groupsLosingGain() {
        return voices().stream().filter(Voice::gainLost).map(Voice::group).toList();
    }

    /** The groups behind the status that show a kind of signal. */
    default List<RespondentGroup> groupsShowing(SignalKind kind) {
        return speaking().stream()
                .filter(voice -> voice.signals().contains(kind))
                .map(Voice::group)
                .toList();
    }

    /** What may be wondered about: a question, never a verdict. */
    Bilingual question();

    /** That something was gained in the last round and is not there any more, as something to hold on to. */
    default Optional<Bilingual> holdOn() {
        return Wording.holdOn(this);
    }

    private List<Voice> speaking() {
        return voices().stream()
                .filter(voice -> voice.status() == status() || (isShortfall() && voice.isShortfall()))
                .toList();
    }
}
