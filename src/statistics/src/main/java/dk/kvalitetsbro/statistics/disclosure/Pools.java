package dk.kvalitetsbro.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The withheld centres, by what a reader knows of them.
 *
 * @param known what each of these add up to is known
 * @param free  nothing is known of these
 */
record Pools(List<int[]> known, int[] free) {

    static Pools of(SuppressionPattern pattern) {
        int[] free = pattern.withholdsMunicipality() ? pattern.withheldOf(pattern.belowMunicipality()) : new int[0];
        return new Pools(pattern.pools(), free);
    }

    /**
     * The pools when a reader also learns what some centres add up to. Each pool that they are a part of is split, as if
     * it were told of each part; so whatever the reader learns is less.
     *
     * @param told the withheld ones among those centres, ascending
     * @return empty when they may not be told
     */
    Optional<Pools> split(int[] told, Predicate<int[]> isSafe) {
        List<int[]> split = new ArrayList<>();
        for (int[] pool : known) {
            split.add(only(pool, told, true));
            split.add(only(pool, told, false));
        }
        split.add(only(free, told, true));
        split.removeIf(pool -> pool.length == 0);
        return split.stream().allMatch(isSafe)
                ? Optional.of(new Pools(List.copyOf(split), only(free, told, false)))
                : Optional.empty();
    }

    private static int[] only(int[] pool, int[] told, boolean inside) {
        return IntStream.of(pool)
                .filter(centre -> inside == (Arrays.binarySearch(told, centre) >= 0))
                .toArray();
    }
}
