package dk.kvalitetsbro.resultsapi;

import static dk.kvalitetsbro.resultsapi.Measured.Unit.PERCENT;
import static dk.kvalitetsbro.resultsapi.Measured.Unit.POINTS;
import static dk.kvalitetsbro.resultsapi.Measured.Unit.POMP;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.results.Index;
import dk.kvalitetsbro.results.ItemResult;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Optional;

/**
 * A centre's results of one round as a program reads them. Whatever is withheld stands there as a note and has no number.
 *
 * @param notice   what has to be said with every result
 * @param withheld for a centre that has no figures of its own
 */
public record ResultList(
        String round,
        String centre,
        String ruleVersion,
        Bilingual notice,
        Optional<WithheldNote> withheld,
        List<GroupRate> responseRates,
        List<ThemeResult> results) {

    /** How many of a group answered. Exactly one of {@code turnout} and {@code withheld} is there. */
    public record GroupRate(RespondentGroup group, Optional<Turnout> turnout, Optional<WithheldNote> withheld) {
        static GroupRate of(RespondentGroup group, Release<ResponseRate> rate) {
            return new GroupRate(group, rate.shown().map(shown -> Turnout.of(group, shown)), WithheldNote.of(rate));
        }
    }

    /**
     * Those who answered, of those invited.
     *
     * @param rate empty when nobody was listed as invited
     */
    public record Turnout(Measured answered, Measured invited, Optional<Measured> rate) {
        static Turnout of(RespondentGroup group, ResponseRate rate) {
            return new Turnout(
                    Measured.counted(group, rate.valid()),
                    Measured.counted(group, rate.eligible()),
                    rate.rate().stream()
                            .mapToObj(share -> PERCENT.of(100 * share))
                            .findFirst());
        }
    }

    /**
     * One group on one theme. Exactly one of {@code figure} and {@code withheld} is there.
     *
     * @param itemSet the items that the group was asked: figures can be compared only where these are the same
     */
    public record ThemeResult(
            ThemeName theme,
            RespondentGroup group,
            List<String> itemSet,
            Optional<ThemeFigure> figure,
            Optional<WithheldNote> withheld) {}

    /**
     * What one group answered on one theme.
     *
     * @param n     with a usable index
     * @param index empty when the items hang too little together to be one figure
     * @param items one by one
     */
    public record ThemeFigure(Status status, Measured n, Optional<ThemeIndex> index, List<ItemAnswers> items) {}

    /**
     * The index of a theme.
     *
     * @param spread   standard deviation between people
     * @param points   the mean on the 500 scale; empty without a baseline
     * @param baseline the round that 500 is of
     * @param cautious whether the items hang together so loosely that it is to be read with caution
     */
    public record ThemeIndex(
            Measured mean, Measured spread, Optional<Measured> points, Optional<String> baseline, boolean cautious) {
        static ThemeIndex of(Index index, Optional<String> baseline) {
            Optional<Measured> points = index.points()
                    .map(value -> POINTS.of(
                            value,
                            index.chancePoints().map(chance -> new Interval(value - chance, value + chance)),
                            index.confidence()));
            return new ThemeIndex(
                    POMP.of(index.pomp(), index.pompInterval(), index.confidence()),
                    POMP.of(index.pompSd()),
                    points,
                    points.flatMap(told -> baseline),
                    index.cautious());
        }
    }

    /**
     * The answers to one item. Exactly one of {@code answers} and {@code withheld} is there.
     *
     * @param reversed whether it is worded negatively: its figures are turned around, so that higher is always better
     */
    public record ItemAnswers(
            String code,
            Bilingual text,
            boolean reversed,
            Optional<ItemFigure> answers,
            Optional<WithheldNote> withheld) {
        static ItemAnswers of(ItemResult result) {
            return new ItemAnswers(
                    result.item().code(),
                    result.item().text(),
                    result.item().reversed(),
                    result.answers()
                            .shown()
                            .map(index -> ItemFigure.of(result.item().group(), index)),
                    WithheldNote.of(result.answers()));
        }
    }

    /** What a group answered to one item. */
    public record ItemFigure(Measured n, Measured mean, Measured spread) {
        static ItemFigure of(RespondentGroup group, Index index) {
            return new ItemFigure(
                    Measured.answers(group, index.summary().n()),
                    POMP.of(index.pomp(), index.pompInterval(), index.confidence()),
                    POMP.of(index.pompSd()));
        }
    }
}
