package dk.kvalitetsbro.centreresults;

import dk.kvalitetsbro.explanations.Reasons;
import dk.kvalitetsbro.results.Trend;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** A theme's changes from round to round in words and figures. */
@RequestScoped
public class TrendRows {
    /**
     * A line of the table.
     *
     * @param basis   what the change rests on, or why there is none
     * @param shown   whether there is a change to show
     * @param locked  whether it is missing to protect those who answered
     */
    public record Row(
            String group,
            String from,
            String to,
            String answers,
            String change,
            String interval,
            String basis,
            boolean shown,
            boolean locked) {}

    private final Texts texts;
    private final Reasons reasons;

    @Inject
    public TrendRows(Texts texts, Reasons reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    List<Row> of(List<Trend> trends) {
        return trends.stream().map(this::row).toList();
    }

    private Row row(Trend trend) {
        Optional<Trend.Change> change = trend.change().flatMap(release -> release.shown());
        Optional<String> withheld =
                trend.change().flatMap(release -> release.withheld()).map(reasons::withheldShort);
        return new Row(
                texts.get("results.group." + trend.group()),
                trend.from(),
                trend.to(),
                change.map(known -> texts.of(
                                "results.trend.answers", whole(known.answersThen()), whole(known.answersNow())))
                        .orElse(""),
                change.map(known -> signed(known.difference())).orElse(""),
                change.flatMap(Trend.Change::interval).map(this::interval).orElse(""),
                withheld.orElseGet(() -> texts.of("results.trend." + trend.basis(), trend.shared(), trend.asked())),
                change.isPresent(),
                withheld.isPresent());
    }

    private String interval(Interval interval) {
        return texts.of("results.trend.interval", signed(interval.low()), signed(interval.high()));
    }

    private String signed(double value) {
        return (value >= 0.5 ? "+" : "") + whole(value).replace('-', '−');
    }

    private String whole(double value) {
        return texts.number(Math.round(value), 0);
    }
}
