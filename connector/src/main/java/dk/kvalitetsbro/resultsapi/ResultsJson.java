package dk.kvalitetsbro.resultsapi;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.Findings;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.ItemResult;
import dk.kvalitetsbro.results.ItemSets;
import dk.kvalitetsbro.results.ItemSets.About;
import dk.kvalitetsbro.results.ItemSets.ItemSet;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.resultsapi.FindingList.GroupFinding;
import dk.kvalitetsbro.resultsapi.FindingList.ThemeFinding;
import dk.kvalitetsbro.resultsapi.ResultList.GroupRate;
import dk.kvalitetsbro.resultsapi.ResultList.ItemAnswers;
import dk.kvalitetsbro.resultsapi.ResultList.ThemeFigure;
import dk.kvalitetsbro.resultsapi.ResultList.ThemeIndex;
import dk.kvalitetsbro.resultsapi.ResultList.ThemeResult;
import dk.kvalitetsbro.resultsapi.VariationList.ThemeVariation;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Denial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A centre's results and findings as a program reads them: the same releases as on the pages, in both languages. */
@ApplicationScoped
public class ResultsJson {
    private final Results results;
    private final Findings findings;
    private final ItemSets itemSets;
    private final Rounds rounds;
    private final Themes themes;

    @Inject
    public ResultsJson(Results results, Findings findings, ItemSets itemSets, Rounds rounds, Themes themes) {
        this.results = results;
        this.findings = findings;
        this.itemSets = itemSets;
        this.rounds = rounds;
        this.themes = themes;
    }

    /** @throws Denial 404 if the centre is not part of the round */
    ResultList results(Centre centre, Round round) {
        List<GroupRate> rates = results.responseRates(centre.code(), round.code()).entrySet().stream()
                .map(rate -> GroupRate.of(rate.getKey(), rate.getValue()))
                .toList();
        List<ThemeResult> told = themeResults(centre, round);
        Optional<WithheldNote> withheld = inTotalsOnly(centre);
        mustTakePart(withheld.isPresent() || !rates.isEmpty() || !told.isEmpty());
        return new ResultList(
                round.code(),
                centre.code().value(),
                results.ruleVersion(round.code()),
                notice(),
                withheld,
                rates,
                told);
    }

    private List<ThemeResult> themeResults(Centre centre, Round round) {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        Map<About, ItemSet> asked = itemSets.of(round.code());
        List<GroupResult> groups = results.ofRound(centre.code(), round.code());
        Map<About, List<ItemResult>> items = groups.stream()
                .map(GroupResult::theme)
                .distinct()
                .flatMap(theme -> results.items(centre.code(), round.code(), theme).stream())
                .collect(groupingBy(
                        item -> new About(item.item().theme(), item.item().group())));
        return groups.stream()
                .map(result -> {
                    About about = new About(result.theme(), result.group());
                    return themeResult(
                            requireNonNull(byCode.get(result.theme())),
                            result,
                            requireNonNull(asked.get(about)),
                            items.getOrDefault(about, List.of()));
                })
                .toList();
    }

    private static ThemeResult themeResult(Theme theme, GroupResult result, ItemSet asked, List<ItemResult> items) {
        return new ThemeResult(
                ThemeName.of(theme),
                result.group(),
                asked.codes(),
                result.figure().shown().map(figure -> figure(result.group(), figure, asked, items)),
                WithheldNote.of(result.figure()));
    }

    private static ThemeFigure figure(RespondentGroup group, Figure figure, ItemSet asked, List<ItemResult> items) {
        return new ThemeFigure(
                figure.judgement().status(),
                Measured.answers(group, figure.respondents()),
                figure.index().map(index -> ThemeIndex.of(index, asked.baseline())),
                items.stream().map(ItemAnswers::of).toList());
    }

    /** @throws Denial 404 if the centre is not part of the round */
    FindingList findings(Centre centre, Round round) {
        List<ThemeFinding> told = themeFindings(centre, round);
        Optional<WithheldNote> withheld = inTotalsOnly(centre);
        mustTakePart(withheld.isPresent() || !told.isEmpty());
        return new FindingList(
                round.code(), centre.code().value(), results.ruleVersion(round.code()), notice(), withheld, told);
    }

    private List<ThemeFinding> themeFindings(Centre centre, Round round) {
        double confidence = rounds.thresholds(round.code()).confidence();
        Map<ThemeCode, List<GroupFinding>> groups = results.ofRound(centre.code(), round.code()).stream()
                .collect(groupingBy(
                        GroupResult::theme, mapping(result -> GroupFinding.of(result, confidence), toList())));
        return findings.of(centre.code(), round.code()).stream()
                .map(finding -> new ThemeFinding(
                        ThemeName.of(finding.theme()),
                        finding.status(),
                        finding.headline(),
                        finding.question(),
                        finding.holdOn(),
                        groups.getOrDefault(finding.theme().code(), List.of())))
                .toList();
    }

    VariationList variation(Round round) {
        double confidence = rounds.thresholds(round.code()).confidence();
        Map<ThemeCode, Theme> byCode = themes.byCode();
        Map<About, ItemSet> asked = itemSets.of(round.code());
        return new VariationList(
                round.code(),
                results.ruleVersion(round.code()),
                notice(),
                results.variation(round.code()).stream()
                        .map(variation -> ThemeVariation.of(
                                variation,
                                ThemeName.of(requireNonNull(byCode.get(variation.theme()))),
                                requireNonNull(asked.get(new About(variation.theme(), variation.group())))
                                        .codes(),
                                confidence))
                        .toList());
    }

    private static void mustTakePart(boolean takesPart) {
        if (!takesPart) {
            throw new Denial(404, "results.api.notHere");
        }
    }

    private static Optional<WithheldNote> inTotalsOnly(Centre centre) {
        return centre.kind() == Centre.Kind.CHILDMINDING
                ? Optional.of(WithheldNote.of(WithheldReason.ONLY_IN_TOTALS))
                : Optional.empty();
    }

    private static Bilingual notice() {
        return Bilingual.of("web.fixedSentence");
    }
}
