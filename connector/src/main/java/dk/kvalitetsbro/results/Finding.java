package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Set;

/**
 * One theme on a centre's page: what its groups' judgements add up to, as something to be curious about. It holds no
 * figures, and enrols nobody.
 *
 * @param status of the gravest group, which puts the theme where it stands
 * @param voices one per group that was asked about the theme
 */
public record Finding(String round, CentreCode centre, Theme theme, Status status, List<Voice> voices) {
    /**
     * What the rules say of one group.
     *
     * @param signals that hold; none for a group that is withheld or lacks data
     */
    public record Voice(RespondentGroup group, Status status, Set<SignalKind> signals) {
        public Voice {
            signals = Set.copyOf(signals);
        }

        boolean isShortfall() {
            return Finding.isShortfall(status);
        }
    }

    public Finding {
        voices = List.copyOf(voices);
    }

    /** The reference by which the need that this finding raised is known to {@code themes.Needs}. */
    public String needRef() {
        return needRef(round, centre.value(), theme.code().value());
    }

    static String needRef(String round, String centre, String theme) {
        return round + "/" + centre + "/" + theme;
    }

    /** Whether a leader is asked to decide about it. */
    public boolean isShortfall() {
        return isShortfall(status);
    }

    private static boolean isShortfall(Status status) {
        return status == Status.CONFIRMED || status == Status.INDICATION;
    }

    /** The groups behind the status; for a shortfall those with an uncertain sign too. */
    public List<RespondentGroup> groups() {
        return speaking().stream().map(Voice::group).toList();
    }

    List<RespondentGroup> groupsShowing(SignalKind kind) {
        return speaking().stream()
                .filter(voice -> voice.signals().contains(kind))
                .map(Voice::group)
                .toList();
    }

    private List<Voice> speaking() {
        return voices.stream()
                .filter(voice -> voice.status() == status || (isShortfall() && voice.isShortfall()))
                .toList();
    }

    /** What the team may wonder about: a question, never a verdict. */
    public Bilingual question() {
        return Wording.question(this);
    }

    /** What is seen, in one sentence. */
    public Bilingual headline() {
        return Wording.headline(this);
    }
}
