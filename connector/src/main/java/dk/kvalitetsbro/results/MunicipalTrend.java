package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.Direction;
import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;

/**
 * How one group's experience of a theme moved in the municipality from one round to the next, on the items that both
 * asked, taken over the centres that are shown in each of them.
 *
 * @param asked       items on the theme in the later round
 * @param shared      of which the earlier round asked too
 * @param answersThen of the shown centres in the earlier round
 * @param answersNow  of the shown centres in the later round
 * @param change      later minus earlier, in percent of maximum possible, with the uncertainty of answers in clusters
 * @param confidence  of the interval, such as 0.95
 */
public record MunicipalTrend(
        String from,
        String to,
        ThemeCode theme,
        RespondentGroup group,
        int asked,
        int shared,
        int centresThen,
        int centresNow,
        long answersThen,
        long answersNow,
        Estimate change,
        double confidence) {

    public Direction direction() {
        return Direction.of(change, confidence);
    }

    public Interval interval() {
        return change.interval(confidence);
    }
}
