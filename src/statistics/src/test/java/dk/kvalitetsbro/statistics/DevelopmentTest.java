package dk.kvalitetsbro.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.BackgroundGap.Category;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** What has changed between rounds: here, beside the rest, in how many themes, and between backgrounds. */
@Domain(Draws.class)
@Domain(DomainContext.Global.class)
class DevelopmentTest {
    private static final Summary FLAT = Summary.of(4, 4, 4);

    @Test
    void a_follow_up_is_less_certain_than_the_change_it_contains() {
        Estimate difference = FollowUp.of(points(20, 450), points(20, 480), points(400, 500), points(400, 510))
                .orElseThrow()
                .difference();
        assertEquals(20, difference.value(), 1e-9);
        assertEquals(Math.sqrt(1000 + 50), difference.standardError(), 1e-9);
        assertTrue(difference.interval(0.95).contains(0));
    }

    @Test
    void a_follow_up_needs_the_uncertainty_of_all_four() {
        Summary some = points(20, 450);
        assertEquals(Optional.empty(), FollowUp.of(FLAT, some, some, some));
        assertEquals(Optional.empty(), FollowUp.of(some, FLAT, some, some));
        assertEquals(Optional.empty(), FollowUp.of(some, some, FLAT, some));
        assertEquals(Optional.empty(), FollowUp.of(some, some, some, FLAT));
    }

    @Test
    void a_rest_in_clusters_makes_a_follow_up_less_certain() {
        List<Summary> before = List.of(points(20, 430), points(20, 500), points(20, 570));
        List<Summary> after = List.of(points(20, 440), points(20, 510), points(20, 580));
        FollowUp clustered = FollowUp.of(
                        points(20, 450),
                        points(20, 480),
                        MunicipalMean.of(before).orElseThrow(),
                        MunicipalMean.of(after).orElseThrow())
                .orElseThrow();
        FollowUp unrelated = FollowUp.of(points(20, 450), points(20, 480), whole(before), whole(after))
                .orElseThrow();
        assertEquals(20, clustered.difference().value(), 1e-9);
        assertTrue(
                clustered.difference().standardError() > unrelated.difference().standardError());
        assertEquals(10, clustered.restChange().value(), 1e-9);
        assertEquals(30, clustered.change().value(), 1e-9);
    }

    @Test
    void a_rest_of_one_centre_gives_no_follow_up_in_clusters() {
        MunicipalMean two =
                MunicipalMean.of(List.of(points(20, 430), points(20, 500))).orElseThrow();
        MunicipalMean one = MunicipalMean.of(List.of(points(20, 430))).orElseThrow();
        assertTrue(FollowUp.of(points(20, 450), points(20, 480), two, two).isPresent());
        assertEquals(Optional.empty(), FollowUp.of(points(20, 450), points(20, 480), one, two));
        assertEquals(Optional.empty(), FollowUp.of(points(20, 450), points(20, 480), two, one));
        assertEquals(Optional.empty(), FollowUp.of(FLAT, points(20, 480), two, two));
    }

    @Property
    void a_change_everywhere_by_the_same_is_no_follow_up(
            @ForAll Summary own, @ForAll Summary rest, @ForAll @DoubleRange(min = -100, max = 100) double change) {
        FollowUp followUp = FollowUp.of(own, own.transformed(1, change), rest, rest.transformed(1, change))
                .orElseThrow();
        assertEquals(0, followUp.difference().value(), 1e-9);
        assertEquals(Direction.UNCERTAIN, Direction.of(followUp.difference(), 0.95));
        assertTrue(followUp.difference().standardError() > followUp.change().standardError());
    }

    @Test
    void a_direction_is_told_when_the_whole_interval_lies_on_one_side() {
        assertEquals(Direction.UP, Direction.of(new Estimate(20, 10, 1000), 0.95));
        assertEquals(Direction.DOWN, Direction.of(new Estimate(-20, 10, 1000), 0.95));
        assertEquals(Direction.UNCERTAIN, Direction.of(new Estimate(19, 10, 1000), 0.95));
        assertEquals(Direction.UNCERTAIN, Direction.of(new Estimate(-19, 10, 1000), 0.95));
        assertEquals(Direction.UNCERTAIN, Direction.of(new Estimate(20, 10, 1000), 0.99));
        assertEquals(Direction.UNCERTAIN, Direction.of(new Estimate(20, 10, 2), 0.95));
    }

    @Property
    void a_change_seen_backwards_goes_the_other_way(@ForAll Summary before, @ForAll Summary after) {
        Direction forwards = Direction.of(Estimate.ofDifference(after, before).orElseThrow(), 0.95);
        Direction backwards = Direction.of(Estimate.ofDifference(before, after).orElseThrow(), 0.95);
        assertEquals(
                switch (forwards) {
                    case UP -> Direction.DOWN;
                    case DOWN -> Direction.UP;
                    case UNCERTAIN -> Direction.UNCERTAIN;
                },
                backwards);
    }

    @Test
    void themes_are_counted_by_where_they_went() {
        TrendSummary trend = TrendSummary.of(List.of(
                Direction.UP, Direction.UNCERTAIN, Direction.UP, Direction.UP, Direction.DOWN, Direction.UNCERTAIN));
        assertEquals(new TrendSummary(3, 2, 1), trend);
        assertEquals(6, trend.themes());
        assertEquals(new TrendSummary(0, 0, 0), TrendSummary.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new TrendSummary(-1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TrendSummary(0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TrendSummary(0, 0, -1));
    }

    @Property
    void every_theme_is_counted_once(@ForAll List<Direction> themes) {
        assertEquals(themes.size(), TrendSummary.of(themes).themes());
    }

    @Test
    void a_background_gap_has_an_interval() {
        BackgroundGap gap = gap(Summary.ofSd(12, 82, 12), Summary.ofSd(40, 68, 18));
        Interval interval = gap.difference().interval(0.95);
        assertEquals(14, gap.difference().value(), 1e-9);
        assertEquals(4.8, interval.low(), 0.05);
        assertEquals(23.2, interval.high(), 0.05);
    }

    @Test
    void a_category_without_spread_has_no_gap() {
        assertEquals(
                Optional.empty(),
                BackgroundGap.between(new Category("LONG", Summary.NONE), new Category("SHORT", Summary.of(60, 70))));
        assertEquals(
                Optional.empty(),
                BackgroundGap.between(
                        new Category("LONG", Summary.of(60, 70)), new Category("SHORT", Summary.of(50, 50))));
    }

    @Test
    void a_gap_between_the_same_categories_is_followed_from_round_to_round() {
        BackgroundGap earlier = gap(Summary.ofSd(300, 80, 20), Summary.ofSd(100, 68, 20));
        BackgroundGap later = gap(Summary.ofSd(300, 80, 20), Summary.ofSd(100, 73, 20));
        Estimate change = later.changeSince(earlier);
        assertEquals(-5, change.value(), 1e-9);
        assertEquals(Math.sqrt(2) * later.difference().standardError(), change.standardError(), 1e-9);
        BackgroundGap turned = new BackgroundGap(later.other(), later.one(), later.difference());
        assertThrows(IllegalArgumentException.class, () -> later.changeSince(turned));
        BackgroundGap others =
                new BackgroundGap(later.one(), new Category("MIDDLE", Summary.of(5, 6)), later.difference());
        assertThrows(IllegalArgumentException.class, () -> later.changeSince(others));
    }

    @Test
    void a_category_is_named_and_in_pomp() {
        assertThrows(IllegalArgumentException.class, () -> new Category(" ", Summary.of(60, 70)));
        assertThrows(IllegalArgumentException.class, () -> new Category("LONG", Summary.of(101, 102)));
        assertThrows(IllegalArgumentException.class, () -> new Category("LONG", Summary.of(-2, -1)));
        assertEquals(100, new Category("LONG", Summary.of(100, 100)).pomp().mean());
        Category category = new Category("LONG", Summary.of(60, 70));
        Estimate difference = new Estimate(0, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new BackgroundGap(category, category, difference));
    }

    private static BackgroundGap gap(Summary one, Summary other) {
        return BackgroundGap.between(new Category("LONG", one), new Category("SHORT", other))
                .orElseThrow();
    }

    private static Summary points(long n, double mean) {
        return Summary.ofSd(n, mean, 100);
    }

    private static Summary whole(List<Summary> centres) {
        return centres.stream().reduce(Summary.NONE, Summary::plus);
    }
}
