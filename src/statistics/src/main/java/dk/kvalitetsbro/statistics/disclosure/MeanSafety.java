package dk.kvalitetsbro.statistics.disclosure;

import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.Summary;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Whether the mean stays uncertain at each of some centres, when a reader knows the mean and the spread of all of them
 * together. Everybody at one centre can be thought to have the same index, as far from the mean of all as their spread
 * and the ends of the scale permit, and the others whatever then gives the same mean and spread.
 */
final class MeanSafety implements Predicate<int[]> {
    private static final double MOST = 100;

    private final HierarchicalTable table;
    private final int[] bundle;
    private final long[][] fewest;
    private final double goal;

    /** @param fewest by figure and centre: how few may be behind it, as far as a reader can tell */
    MeanSafety(HierarchicalTable table, int[] bundle, long[][] fewest, ProtectionGoal goal) {
        this.table = table;
        this.bundle = bundle;
        this.fewest = fewest;
        this.goal = goal.pomp();
    }

    @Override
    public boolean test(int[] withheld) {
        int[] pool = IntStream.of(withheld)
                .filter(centre -> IntStream.of(bundle)
                        .anyMatch(figure -> table.counts(figure, centre).answers() > 0))
                .toArray();
        List<Summary> all = IntStream.of(bundle)
                .mapToObj(figure -> table.pompOf(figure, pool))
                .toList();
        return table.targets(pool).allMatch(part -> isUncertain(part, all));
    }

    private boolean isUncertain(int[] part, List<Summary> all) {
        for (int i = 0; i < bundle.length; i++) {
            if (table.countsOf(bundle[i], part).answers() > 0
                    && 2 * limited(i, part, all).halfWidth() < goal) {
                return false;
            }
        }
        return true;
    }

    /** A theme is limited also by those of its items that are told of by themselves: the others lie on the scale. */
    private Interval limited(int i, int[] part, List<Summary> all) {
        Interval limits = limits(i, part, all);
        for (int other = 0; other < bundle.length; other++) {
            if (table.share(bundle[i]) == 1
                    && table.share(bundle[other]) < 1
                    && all.get(other).n() > 0) {
                Interval ofItems = limits(other, part, all);
                limits = both(limits, blend(table.share(bundle[other]), ofItems, rest(i, other, part, all)));
            }
        }
        return limits;
    }

    private Interval limits(int i, int[] part, List<Summary> all) {
        return limits(all.get(i), Math.min(all.get(i).n(), fewest(bundle[i], part)));
    }

    /** The mean of the items that a theme has beside those of a part, as far as the scale limits it. */
    private Interval rest(int whole, int part, int[] members, List<Summary> all) {
        double share = table.share(bundle[part]);
        double n = fewest(bundle[whole], members);
        double others = all.get(whole).n() - n;
        double sum = all.get(whole).n()
                * (all.get(whole).mean() - share * all.get(part).mean())
                / (1 - share);
        double low = Math.min(MOST, Math.max(0, (sum - MOST * others) / n));
        return new Interval(low, Math.max(low, Math.min(MOST, sum / n)));
    }

    private static Interval blend(double share, Interval part, Interval rest) {
        return new Interval(
                share * part.low() + (1 - share) * rest.low(), share * part.high() + (1 - share) * rest.high());
    }

    private static Interval both(Interval one, Interval other) {
        double low = Math.max(one.low(), other.low());
        return new Interval(low, Math.max(low, Math.min(one.high(), other.high())));
    }

    private long fewest(int figure, int[] part) {
        if (part.length == 1) {
            return Math.max(1, fewest[figure][part[0]]);
        }
        return IntStream.of(part)
                .mapToLong(centre -> table.counts(figure, centre).answers())
                .sum();
    }

    /** The lowest and the highest mean that {@code n} of all can have. */
    static Interval limits(Summary all, long n) {
        long others = all.n() - n;
        double square = all.variance() * (all.n() - 1) / all.n();
        double reach = Math.sqrt(square * others / n);
        double sum = all.mean() * all.n();
        double high = Math.min(Math.min(MOST, sum / n), all.mean() + reach);
        double low = Math.max(Math.max(0, (sum - MOST * others) / n), all.mean() - reach);
        return new Interval(Math.min(low, high), high);
    }
}
