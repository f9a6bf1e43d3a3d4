package dk.kvalitetsbro.explanations;

import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.Index;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a spreadsheet tells of one result: the same releases as on the pages. */
@RequestScoped
public class ResultCells {
    public static final List<String> COLUMNS =
            List.of("n", "mean", "sd", "pomp", "low", "high", "points", "status", "reason");

    private static final int FIGURES = 7;

    private final Texts texts;
    private final Reasons reasons;

    @Inject
    public ResultCells(Texts texts, Reasons reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    /** @return a cell for each of the {@link #COLUMNS} */
    public List<String> of(GroupResult result) {
        Optional<Figure> figure = result.figure().shown();
        List<String> cells =
                new ArrayList<>(figure.map(this::figures).orElseGet(() -> Collections.nCopies(FIGURES, "")));
        cells.add(figure.map(
                        shown -> texts.get("results.status." + shown.judgement().status()))
                .orElse(""));
        cells.add(whyNot(result));
        return cells;
    }

    private List<String> figures(Figure figure) {
        return Stream.concat(
                        Stream.of(texts.number(figure.respondents(), 0)),
                        figure
                                .index()
                                .map(this::figures)
                                .orElseGet(() -> Collections.nCopies(FIGURES - 1, ""))
                                .stream())
                .toList();
    }

    private List<String> figures(Index index) {
        return List.of(
                texts.number(index.summary().mean(), 2),
                one(index.pompSd()),
                one(index.pomp()),
                index.pompInterval().map(Interval::low).map(this::one).orElse(""),
                index.pompInterval().map(Interval::high).map(this::one).orElse(""),
                index.points().map(points -> texts.number(points, 0)).orElse(""));
    }

    private String one(double value) {
        return texts.number(value, 1);
    }

    private String whyNot(GroupResult result) {
        return result.figure()
                .withheld()
                .map(reasons::withheld)
                .orElseGet(() -> result.figure().shown().flatMap(Figure::index).isPresent()
                        ? ""
                        : texts.get("results.theme.itemsOnly"));
    }
}
