package dk.kvalitetsbro.explanations;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.Index;
import dk.kvalitetsbro.results.Working;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Signal;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** "Sådan er det regnet ud": the numbers and limits behind a finding in plain words, of what is shown. */
@RequestScoped
public class WorkedOut {
    /**
     * How a finding was worked out.
     *
     * @param place what put the theme in its place, a sentence each
     */
    public record Told(List<Steps> groups, List<String> place) {}

    /** One group, and a sentence for each step. */
    public record Steps(String group, List<String> sentences) {}

    private static final Set<Status> HAVE_SIZE = EnumSet.of(Status.CONFIRMED, Status.INDICATION, Status.STRENGTH);

    private final Texts texts;

    @Inject
    public WorkedOut(Texts texts) {
        this.texts = texts;
    }

    /** @param results of the same centre, round and theme */
    public Told of(Working working, List<GroupResult> results, Thresholds thresholds) {
        return new Told(groups(working, results, thresholds), place(working));
    }

    private List<String> place(Working working) {
        List<String> sentences = new ArrayList<>();
        if (HAVE_SIZE.contains(working.status())) {
            sentences.add(texts.of(
                    working.size() < 0 ? "results.worked.above" : "results.worked.size",
                    whole(Math.abs(working.size()))));
        }
        if (working.focus()) {
            sentences.add(texts.get("results.worked.focus"));
        }
        return sentences;
    }

    private List<Steps> groups(Working working, List<GroupResult> results, Thresholds thresholds) {
        Map<RespondentGroup, GroupResult> byGroup = results.stream().collect(toMap(GroupResult::group, identity()));
        return working.groups().stream()
                .flatMap(basis -> Optional.ofNullable(byGroup.get(basis.grp()))
                        .flatMap(result -> result.figure().shown())
                        .map(figure -> steps(basis, figure, thresholds))
                        .stream())
                .toList();
    }

    private Steps steps(Working.Basis basis, Figure figure, Thresholds thresholds) {
        List<String> sentences = new ArrayList<>();
        sentences.add(answers(basis, thresholds));
        figure.index().ifPresent(index -> sentences.add(mean(index, thresholds)));
        basis.alpha()
                .ifPresent(alpha -> sentences.add(
                        texts.of("results.worked.alpha", texts.number(alpha, 2), texts.number(thresholds.alpha(), 2))));
        sentences.addAll(signals(figure.judgement(), thresholds));
        return new Steps(texts.get("results.group." + basis.grp()), sentences);
    }

    private String answers(Working.Basis basis, Thresholds thresholds) {
        return basis.rate().rate().isPresent()
                ? texts.of(
                        "results.worked.answers",
                        whole(basis.n()),
                        whole(100 * basis.rate().rate().getAsDouble()),
                        whole(thresholds.minimumForConclusion()),
                        whole(100 * thresholds.responseRate()))
                : texts.of("results.worked.answersOnly", whole(basis.n()), whole(thresholds.minimumForConclusion()));
    }

    private String mean(Index index, Thresholds thresholds) {
        return index.pompInterval()
                .map(interval -> texts.of(
                        "results.worked.mean",
                        one(index.pomp()),
                        one(index.pompSd()),
                        one(interval.low()),
                        one(interval.high()),
                        whole(100 * thresholds.confidence())))
                .orElseGet(() -> texts.of("results.worked.meanOnly", one(index.pomp())));
    }

    /** One sentence for each sign that holds. */
    List<String> signals(Judgement judgement, Thresholds thresholds) {
        return judgement.signals().stream()
                .flatMap(signal -> Stream.of(signal(signal, thresholds), chance(signal, thresholds)))
                .toList();
    }

    private String signal(Signal signal, Thresholds thresholds) {
        Interval interval = signal.interval();
        return texts.of(
                "results.worked." + signal.kind(),
                signed(signal),
                one(interval.low()),
                one(interval.high()),
                one(signal.reference()),
                one(limit(signal.kind(), thresholds)),
                signal.otherGroup()
                        .map(group -> texts.get("results.group." + group).toLowerCase(texts.locale()))
                        .orElse(""));
    }

    private static double limit(SignalKind kind, Thresholds thresholds) {
        return switch (kind) {
            case LEVEL -> thresholds.levelPomp();
            case ABOVE_LEVEL -> thresholds.strengthPomp();
            case BELOW_REST, ABOVE_REST -> thresholds.restPoints();
            case DECLINE, PROGRESS -> thresholds.declinePoints();
            case GAP -> thresholds.gapPomp();
        };
    }

    private String chance(Signal signal, Thresholds thresholds) {
        return texts.of(
                "results.worked.chance",
                probability(signal.p()),
                probability(signal.adjustedP()),
                signal.familySize(),
                texts.number(thresholds.significance(), 2));
    }

    private String probability(double p) {
        return p < 0.0001 ? texts.of("results.worked.below", texts.number(0.0001, 4)) : texts.number(p, 4);
    }

    private String signed(Signal signal) {
        boolean difference = signal.kind() != SignalKind.LEVEL && signal.kind() != SignalKind.ABOVE_LEVEL;
        return (difference && signal.estimate() > 0 ? "+" : "") + one(signal.estimate());
    }

    private String one(double value) {
        return texts.number(value, 1).replace('-', '−');
    }

    private String whole(double value) {
        return texts.number(Math.round(value), 0);
    }
}
