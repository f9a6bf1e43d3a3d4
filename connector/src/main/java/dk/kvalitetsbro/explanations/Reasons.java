package dk.kvalitetsbro.explanations;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.MunicipalFigure;
import dk.kvalitetsbro.results.ThemeVoices;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.SizeWords;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Ground;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Shortage;
import dk.kvalitetsbro.statistics.findings.Signal;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why a result is judged as it is, in the reader's words: never an estimate without its interval and its n. */
@RequestScoped
public class Reasons {
    private final Texts texts;

    @Inject
    public Reasons(Texts texts) {
        this.texts = texts;
    }

    List<String> of(Release<MunicipalFigure> figure, Thresholds thresholds) {
        return figure.shown()
                .map(shown -> of(shown.judgement(), shown.respondents(), thresholds))
                .orElseGet(() -> List.of(withheld(figure.withheld().orElseThrow())));
    }

    /** One sentence for each thing that speaks: a signal, a shortage of data, or why nothing is shown. */
    public List<String> of(GroupResult result, Thresholds thresholds) {
        Release<Figure> figure = result.figure();
        return figure.shown()
                .map(shown -> of(shown.judgement(), shown.respondents(), thresholds))
                .orElseGet(() -> List.of(withheld(figure.withheld().orElseThrow())));
    }

    List<String> of(Judgement judgement, long respondents, Thresholds thresholds) {
        if (judgement.status() == Status.NOT_ENOUGH_DATA) {
            return List.of(notEnough(judgement, thresholds));
        }
        return judgement.signals().stream()
                .filter(signal -> speaks(signal.kind(), judgement.status()))
                .map(signal -> signal(signal, respondents))
                .toList();
    }

    /** A shortfall tells of shortfalls and gaps, a strength of strengths: the rest would only confuse. */
    private static boolean speaks(SignalKind kind, Status status) {
        return switch (status) {
            case CONFIRMED, INDICATION -> kind.isShortfall() || kind == SignalKind.GAP;
            case DIFFERENT_EXPERIENCES -> kind == SignalKind.GAP;
            case STRENGTH -> kind.isStrength();
            default -> false;
        };
    }

    private String signal(Signal signal, long respondents) {
        Interval interval = told(signal);
        return texts.of(
                "results.signal." + key(signal),
                whole(Math.abs(signal.estimate())),
                whole(interval.low()),
                whole(interval.high()),
                whole(respondents),
                whole(signal.reference()),
                texts.get("results.size." + SizeWords.standard().of(signal.estimate())),
                signal.otherGroup().map(this::theGroup).orElse(""));
    }

    /** A level ends where the scale does; a difference is told by its size, since its words tell the direction. */
    private static Interval told(Signal signal) {
        double low = signal.interval().low();
        double high = signal.interval().high();
        return switch (signal.kind()) {
            case LEVEL, ABOVE_LEVEL -> new Interval(Math.max(0, low), Math.min(100, high));
            default -> new Interval(Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high)));
        };
    }

    private static String key(Signal signal) {
        return signal.kind() == SignalKind.GAP ? signal.estimate() < 0 ? "GAP.below" : "GAP.above" : signal.kind() + "";
    }

    private String notEnough(Judgement judgement, Thresholds thresholds) {
        return texts.of(
                "results.notEnough",
                judgement.shortages().stream()
                        .sorted()
                        .map(shortage -> shortage(shortage, thresholds))
                        .collect(Collectors.joining("; ")));
    }

    private String shortage(Shortage shortage, Thresholds thresholds) {
        return texts.of(
                "results.shortage." + shortage,
                thresholds.minimumForConclusion(),
                whole(100 * thresholds.responseRate()),
                thresholds.ratersForFinding());
    }

    /** How sure a theme's status is, given the judgements that speak for it. */
    public List<String> certainty(ThemeVoices finding, List<Judgement> judgements) {
        if (finding.status() == Status.INDICATION) {
            return List.of(texts.get("results.ground.uncertain"));
        }
        List<String> sentences = new ArrayList<>();
        for (Ground ground : Ground.values()) {
            if (judgements.stream().anyMatch(judgement -> judgement.grounds().contains(ground))) {
                sentences.add(texts.get("results.ground." + ground));
            }
        }
        if (!sentences.isEmpty()
                && finding.groups().contains(RespondentGroup.CHILD)
                && finding.groups().contains(RespondentGroup.CONTACT_PEDAGOGUE)) {
            sentences.add(texts.get("results.ground.sameChildren"));
        }
        return sentences;
    }

    /** Why a figure is not shown, as a sentence. */
    public String withheld(WithheldReason reason) {
        return texts.of("results.withheld." + told(reason));
    }

    /** The same in a few words, for a cell. */
    public String withheldShort(WithheldReason reason) {
        return texts.of("results.withheldShort." + told(reason));
    }

    /** Any reason that follows from the answers is told in the same words, since which one it is would tell about them. */
    private static String told(WithheldReason reason) {
        return reason.mayBeTold() ? reason.name() : "CONFIDENTIALITY";
    }

    private String theGroup(RespondentGroup group) {
        return texts.pick(Bilingual.of("results.theGroup." + group));
    }

    private String whole(double value) {
        return texts.number(value, 0);
    }
}
