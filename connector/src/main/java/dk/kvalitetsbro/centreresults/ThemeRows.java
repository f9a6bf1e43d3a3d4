package dk.kvalitetsbro.centreresults;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.explanations.Drawn;
import dk.kvalitetsbro.explanations.Reasons;
import dk.kvalitetsbro.explanations.Whole;
import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.Index;
import dk.kvalitetsbro.results.ItemResult;
import dk.kvalitetsbro.results.MunicipalResult;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A theme's results in words and figures: the table, which the figure beside it is drawn from. */
@RequestScoped
public class ThemeRows {
    /**
     * A line of the table.
     *
     * @param caution      a remark on the result; empty where none is called for
     * @param municipality the whole municipality's result, where it may be shown
     * @param missing      why there are no figures; empty when there are
     * @param locked       whether they are missing to protect those who answered
     */
    public record Row(
            String group,
            String round,
            String pomp,
            String caution,
            String interval,
            String sd,
            String n,
            String points,
            String chance,
            String municipality,
            String verdict,
            String missing,
            boolean locked,
            Drawn drawn,
            String drawnMunicipality) {}

    /** The answers to one item. */
    public record ItemRow(String group, ItemResult item, String pomp, String interval, String n, String missing) {}

    private final Texts texts;
    private final Reasons reasons;

    @Inject
    public ThemeRows(Texts texts, Reasons reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    /** @param thresholds of every round */
    List<Row> table(List<GroupResult> results, List<MunicipalResult> municipality, Map<String, Thresholds> thresholds) {
        Whole whole = new Whole(municipality);
        return results.stream()
                .sorted(Comparator.comparing(GroupResult::group))
                .map(result -> row(result, whole.beside(result), requireNonNull(thresholds.get(result.round()))))
                .toList();
    }

    private Row row(GroupResult result, Optional<Double> municipality, Thresholds thresholds) {
        Optional<Figure> figure = result.figure().shown();
        Optional<Index> index = figure.flatMap(Figure::index);
        Status status = figure.map(shown -> shown.judgement().status()).orElse(Status.SUPPRESSED);
        return new Row(
                texts.get("results.group." + result.group()),
                result.round(),
                index.map(shown -> whole(shown.pomp())).orElse(""),
                index.filter(Index::cautious)
                        .map(shown -> texts.get("results.theme.cautious"))
                        .orElse(""),
                index.flatMap(Index::pompInterval).map(this::interval).orElse(""),
                index.map(shown -> whole(shown.pompSd())).orElse(""),
                figure.map(shown -> whole(shown.respondents())).orElse(""),
                index.flatMap(Index::points).map(this::whole).orElse(""),
                index.flatMap(Index::chancePoints).map(this::whole).orElse(""),
                municipality.map(this::whole).orElse(""),
                verdict(result, status, thresholds),
                missing(result),
                figure.isEmpty(),
                Drawn.of(index),
                municipality.map(Drawn::number).orElse(""));
    }

    private String verdict(GroupResult result, Status status, Thresholds thresholds) {
        return result.figure().isShown() && status == Status.NOT_ENOUGH_DATA
                ? String.join(" ", reasons.of(result, thresholds))
                : texts.get("results.status." + status);
    }

    private String missing(GroupResult result) {
        return result.figure()
                .withheld()
                .map(reasons::withheldShort)
                .orElseGet(() -> result.figure().shown().flatMap(Figure::index).isPresent()
                        ? ""
                        : texts.get("results.theme.itemsOnly"));
    }

    List<ItemRow> items(List<ItemResult> items) {
        return items.stream().map(this::itemRow).toList();
    }

    private ItemRow itemRow(ItemResult item) {
        Optional<Index> answers = item.answers().shown();
        return new ItemRow(
                texts.get("results.group." + item.item().group()),
                item,
                answers.map(shown -> whole(shown.pomp())).orElse(""),
                answers.flatMap(Index::pompInterval).map(this::interval).orElse(""),
                answers.map(shown -> whole(shown.summary().n())).orElse(""),
                item.answers().withheld().map(reasons::withheldShort).orElse(""));
    }

    private String interval(Interval interval) {
        return texts.of("results.theme.interval", whole(interval.low()), whole(interval.high()));
    }

    private String whole(double value) {
        return texts.number(value, 0);
    }
}
