package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DotPlotTest {
    private final DotPlot plot = DotPlot.of(List.of(
            shown(CHILD, "2015", 0, 0, 50),
            shown(CHILD, "2017", 50, 25, 75),
            shown(CHILD, "2019", 100, 75, 100),
            withheld(LEADER, "2019")));

    @Test
    void the_scale_goes_from_the_first_to_the_last_line_of_the_grid() {
        assertEquals(plot.getTicks().get(0).x(), mark(0).x());
        assertEquals(plot.getTicks().get(2).x(), mark(1).x());
        assertEquals(plot.getTicks().get(4).x(), mark(2).x());
    }

    @Test
    void whiskers_reach_from_one_end_of_the_interval_to_the_other() {
        assertEquals(plot.getTicks().get(1).x(), mark(1).low());
        assertEquals(plot.getTicks().get(3).x(), mark(1).high());
    }

    @Test
    void each_round_has_a_shape_of_its_own_and_the_newest_is_the_circle() {
        assertEquals(
                List.of("diamond", "square", "circle"),
                plot.getBands().get(0).lines().stream()
                        .map(line -> line.mark().orElseThrow().shape())
                        .toList());
    }

    @Test
    void lines_stand_below_each_other_within_the_figure() {
        List<Integer> heights = plot.getBands().stream()
                .flatMap(band -> band.lines().stream())
                .map(DotPlot.Line::y)
                .toList();
        assertEquals(heights.stream().sorted().distinct().toList(), heights);
        assertTrue(heights.get(heights.size() - 1) < plot.getHeight());
    }

    @Test
    void a_withheld_group_has_a_reason_and_neither_mark_nor_municipality() {
        DotPlot.Band leaders = plot.getBands().get(1);
        assertEquals(Optional.empty(), leaders.lines().get(0).mark());
        assertEquals("reason", leaders.lines().get(0).label());
        assertEquals("", leaders.municipality());
    }

    @Test
    void the_municipality_is_a_line_through_its_means() {
        DotPlot.Band children = plot.getBands().get(0);
        String x = String.valueOf(plot.getTicks().get(2).x());
        assertEquals(
                children.lines().stream().map(line -> x + "," + line.y()).toList(),
                List.of(children.municipality().split(" ")));
    }

    private DotPlot.Mark mark(int round) {
        return plot.getBands().get(0).lines().get(round).mark().orElseThrow();
    }

    private static DotPlot.Point shown(RespondentGroup group, String round, double mean, double low, double high) {
        return new DotPlot.Point(
                group,
                round,
                Optional.of(mean),
                Optional.of(new Interval(low, high)),
                Optional.of(50.0),
                "label",
                false);
    }

    private static DotPlot.Point withheld(RespondentGroup group, String round) {
        return new DotPlot.Point(group, round, Optional.empty(), Optional.empty(), Optional.of(50.0), "reason", true);
    }
}
