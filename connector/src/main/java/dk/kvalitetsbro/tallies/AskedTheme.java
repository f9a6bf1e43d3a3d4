package dk.kvalitetsbro.tallies;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.surveys.Item;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** The items on one theme that a group was asked in one round. */
public final class AskedTheme {
    /**
     * Some of the items.
     *
     * @param itemSet   their name, as {@link AskedTheme#itemSet} makes it
     * @param positions where they stand in the answers to the whole questionnaire
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Subset(String itemSet, int[] positions) {}

    /** Six items have 56 subsets; each more doubles them. */
    private static final int MOST_ITEMS_WITH_SUBSETS = 6;

    private final List<Item> items;
    private final int[] positions;
    private final int[] reversed;
    private final List<Subset> subsets;
    private final int[] alphabetical;
    private final int[][] subsetPositions;

    private AskedTheme(List<Item> items, int[] positions) {
        this.items = items;
        this.positions = positions;
        this.alphabetical = IntStream.range(0, items.size())
                .boxed()
                .sorted(comparing(index -> items.get(index).code()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.reversed = IntStream.range(0, positions.length)
                .filter(item -> items.get(item).reversed())
                .map(item -> positions[item])
                .toArray();
        this.subsets = items.size() > MOST_ITEMS_WITH_SUBSETS ? List.of() : parts();
        this.subsetPositions = subsets.stream().map(Subset::positions).toArray(int[][]::new);
    }

    /**
     * The themes that a group was asked about.
     *
     * @param questionnaire all items of the group, in order
     * @param answered      which of them anybody in the municipality has answered: the others were not asked
     */
    static List<AskedTheme> of(List<Item> questionnaire, BitSet answered) {
        return answered.stream()
                .boxed()
                .collect(groupingBy(at -> questionnaire.get(at).theme(), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(positions -> new AskedTheme(
                        positions.stream().map(questionnaire::get).toList(),
                        positions.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    public ThemeCode theme() {
        return items.get(0).theme();
    }

    /** A theme's items have the same scale within a group. */
    public Scale scale() {
        return items.get(0).scale();
    }

    int size() {
        return items.size();
    }

    /** The items' indexes in the alphabetical order of their codes, in which {@link #itemSet} names them. */
    int[] alphabetical() {
        return alphabetical;
    }

    /** Where the items stand in the answers to the whole questionnaire. */
    int[] positions() {
        return positions;
    }

    /** Names the items, so that two rounds that asked the same have the same. */
    public String itemSet() {
        return itemSet(items);
    }

    private static String itemSet(List<Item> items) {
        return items.stream().map(Item::code).sorted().collect(joining(" "));
    }

    /**
     * Every choice of two or more of the items but not all: what a later round may have in common with this one. None
     * for a theme with more items than that can be kept for, which is then compared with the same items only.
     */
    public List<Subset> subsets() {
        return subsets;
    }

    /** Where a subset's items stand in the answers to the whole questionnaire. */
    int[] subsetPositions(int subset) {
        return subsetPositions[subset];
    }

    private List<Subset> parts() {
        return IntStream.range(1, (1 << size()) - 1)
                .filter(choice -> Integer.bitCount(choice) >= 2)
                .mapToObj(choice -> BitSet.valueOf(new long[] {choice}))
                .map(this::subset)
                .toList();
    }

    private Subset subset(BitSet chosen) {
        return new Subset(
                itemSet(chosen.stream().mapToObj(items::get).toList()),
                chosen.stream().map(item -> positions[item]).toArray());
    }

    /** Turns the answers to negatively worded items around, in place; a missing answer (0) stays missing. */
    void turnAround(short[] answers) {
        for (int at : reversed) {
            if (answers[at] != 0) {
                answers[at] = (short) scale().reverse(answers[at]);
            }
        }
    }
}
