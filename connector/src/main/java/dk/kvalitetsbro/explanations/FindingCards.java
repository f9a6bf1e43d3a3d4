package dk.kvalitetsbro.explanations;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.Finding;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.MunicipalFigure;
import dk.kvalitetsbro.results.MunicipalFinding;
import dk.kvalitetsbro.results.ThemeVoices;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings as a page tells them: the question, what it rests on, and how sure it is. */
@RequestScoped
public class FindingCards {
    /** One group behind a finding, and its reasons. */
    public record Speaker(String name, List<String> reasons) {}

    /**
     * A finding on the page.
     *
     * @param speakers  the groups behind its status
     * @param certainty how sure it is, where it says something
     * @param others    what the other groups show, in one sentence; may be empty
     */
    public record Card(ThemeVoices finding, List<Speaker> speakers, List<String> certainty, String others) {}

    private final Texts texts;
    private final Reasons reasons;

    @Inject
    public FindingCards(Texts texts, Reasons reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    /** @param results of the same centre and round */
    public List<Card> of(List<Finding> findings, List<GroupResult> results, Thresholds thresholds) {
        Map<ThemeCode, List<GroupResult>> byTheme = results.stream().collect(groupingBy(GroupResult::theme));
        return findings.stream()
                .map(finding -> card(
                        finding,
                        byTheme.getOrDefault(finding.theme().code(), List.of()).stream()
                                .collect(toMap(GroupResult::group, identity())),
                        thresholds))
                .toList();
    }

    private Card card(Finding finding, Map<RespondentGroup, GroupResult> results, Thresholds thresholds) {
        List<GroupResult> speaking = finding.groups().stream()
                .flatMap(group -> Stream.ofNullable(results.get(group)))
                .toList();
        return card(
                finding,
                speaking.stream()
                        .map(result -> new Speaker(name(result.group()), reasons.of(result, thresholds)))
                        .toList(),
                speaking.stream()
                        .flatMap(result -> result.figure().shown().stream())
                        .map(Figure::judgement)
                        .toList(),
                RespondentGroup.LEADER);
    }

    /** The same of the whole municipality, where leaders are a group like the others. */
    public List<Card> ofMunicipality(List<MunicipalFinding> findings, Thresholds thresholds) {
        return findings.stream().map(finding -> card(finding, thresholds)).toList();
    }

    private Card card(MunicipalFinding finding, Thresholds thresholds) {
        return card(
                finding,
                finding.groups().stream()
                        .map(group -> new Speaker(name(group), reasons.of(finding.figure(group), thresholds)))
                        .toList(),
                finding.groups().stream()
                        .flatMap(group -> finding.figure(group).shown().stream())
                        .map(MunicipalFigure::judgement)
                        .toList());
    }

    private Card card(
            ThemeVoices finding, List<Speaker> speakers, List<Judgement> judgements, RespondentGroup... unheard) {
        return new Card(
                finding,
                speakers.stream()
                        .filter(speaker -> !speaker.reasons().isEmpty())
                        .toList(),
                reasons.certainty(finding, judgements),
                others(finding, List.of(unheard)));
    }

    /** Leaders are never told of at one centre, which the page says once and not on every card. */
    private String others(ThemeVoices finding, List<RespondentGroup> unheard) {
        String told = finding.voices().stream()
                .filter(voice -> !unheard.contains(voice.group()))
                .filter(voice -> !finding.groups().contains(voice.group()))
                .map(voice -> texts.of(
                        "results.other",
                        name(voice.group()),
                        texts.get("results.status." + voice.status()).toLowerCase(texts.locale())))
                .collect(joining(", "));
        return Optional.of(told)
                .filter(some -> !some.isEmpty())
                .map(some -> texts.of("results.others", some))
                .orElse("");
    }

    private String name(RespondentGroup group) {
        return texts.get("results.group." + group);
    }
}
