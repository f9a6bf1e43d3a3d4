package dk.kvalitetsbro.resultsapi;

import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.Ground;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Shortage;
import dk.kvalitetsbro.statistics.findings.Signal;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Optional;

/**
 * What a round gives a centre to talk about, as a program reads it: every theme, in the order to talk about them.
 *
 * @param notice   what has to be said with every finding
 * @param withheld for a centre that has no figures of its own
 */
public record FindingList(
        String round,
        String centre,
        String ruleVersion,
        Bilingual notice,
        Optional<WithheldNote> withheld,
        List<ThemeFinding> findings) {

    /**
     * One theme: what is seen, and what the team may wonder about.
     *
     * @param holdOn where something was gained in the last round and is lost
     */
    public record ThemeFinding(
            ThemeName theme,
            Status status,
            Bilingual headline,
            Bilingual question,
            Optional<Bilingual> holdOn,
            List<GroupFinding> groups) {}

    /** What the rules say of one group. Exactly one of {@code judgement} and {@code withheld} is there. */
    public record GroupFinding(
            RespondentGroup group, Optional<GroupJudgement> judgement, Optional<WithheldNote> withheld) {
        static GroupFinding of(GroupResult result, double confidence) {
            return new GroupFinding(
                    result.group(),
                    result.figure().shown().map(figure -> GroupJudgement.of(figure.judgement(), confidence)),
                    WithheldNote.of(result.figure()));
        }
    }

    /**
     * A judgement with what it rests on.
     *
     * @param grounds   why a sign is more than an indication
     * @param shortages why there is no conclusion
     * @param gainLost  whether the group declined after a round that gave it a strength or progress
     */
    public record GroupJudgement(
            Status status,
            List<Ground> grounds,
            List<Shortage> shortages,
            List<GroupSignal> signals,
            boolean gainLost) {
        static GroupJudgement of(Judgement judgement, double confidence) {
            return new GroupJudgement(
                    judgement.status(),
                    judgement.grounds().stream().sorted().toList(),
                    judgement.shortages().stream().sorted().toList(),
                    judgement.signals().stream()
                            .map(signal -> GroupSignal.of(signal, confidence))
                            .toList(),
                    judgement.gainLost());
        }
    }

    /**
     * A sign that holds.
     *
     * @param estimate   the mean, or the difference from what it is compared with
     * @param reference  what it is compared with
     * @param otherGroup the group on the other side of a gap
     * @param p          one-sided for a level, two-sided for a difference
     * @param adjustedP  after Holm's correction
     * @param family     how many tests were corrected together
     */
    public record GroupSignal(
            SignalKind kind,
            Measured estimate,
            Measured reference,
            Optional<RespondentGroup> otherGroup,
            Measured p,
            Measured adjustedP,
            Measured family) {
        static GroupSignal of(Signal signal, double confidence) {
            Measured.Unit unit = Measured.Unit.of(signal.unit());
            return new GroupSignal(
                    signal.kind(),
                    unit.of(signal.estimate(), Optional.of(signal.interval()), confidence),
                    unit.of(signal.reference()),
                    signal.otherGroup(),
                    Measured.Unit.PROBABILITY.of(signal.p()),
                    Measured.Unit.PROBABILITY.of(signal.adjustedP()),
                    Measured.Unit.TESTS.of(signal.familySize()));
        }
    }
}
