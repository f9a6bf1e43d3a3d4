package dk.kvalitetsbro.competence;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether small counts that are not shown stay uncertain once it is told what they add up to. A reader may know how many
 * work where. Whoever completed a course here may then have completed it there instead, as long as somebody there has
 * not; every small count has to leave a range as wide as the smallest number that may be shown is high.
 */
final class HiddenCounts {
    private final int minimum;

    /** @param minimum the smallest number that may be shown */
    HiddenCounts(int minimum) {
        this.minimum = minimum;
    }

    /** One centre's counts: those of one job group, and those of all others. */
    record Split(Progress group, Progress rest) {
        Split turned() {
            return new Split(rest, group);
        }
    }

    boolean hasSmall(Progress counts) {
        return smallIn(counts).findAny().isPresent();
    }

    /** Whether it may be told what these add up to. */
    boolean stayHidden(Collection<Progress> counts) {
        Progress all = counts.stream().reduce(Progress.NOBODY, Progress::plus);
        return counts.stream().allMatch(one -> smallIn(one).allMatch(kind -> range(one, all, kind) >= wanted(one)));
    }

    /**
     * Whether it may also be told what each job group adds up to, where it is told of single centres how many they are in
     * all job groups.
     *
     * @param told   those centres
     * @param others centres where nothing is told
     */
    boolean stayHiddenInGroups(List<Split> told, List<Split> others) {
        List<Split> all = Stream.concat(told.stream(), others.stream()).toList();
        return told.stream().allMatch(split -> staysHidden(split, all) && staysHidden(split.turned(), turned(all)));
    }

    private static List<Split> turned(List<Split> splits) {
        return splits.stream().map(Split::turned).toList();
    }

    /** The group may have had more or fewer of a kind, the rest fewer or more, and the other way round elsewhere. */
    private boolean staysHidden(Split split, List<Split> all) {
        Progress together = split.group().plus(split.rest());
        return smallIn(split.group()).allMatch(kind -> {
            int wanted = Math.min(wanted(split.group()), range(split.group(), together, kind));
            return most(kind, split, all, true) + most(kind, split, all, false) >= wanted;
        });
    }

    /** How many can have changed places with another kind, the best one. */
    private static int most(int kind, Split split, List<Split> all, boolean more) {
        return IntStream.range(0, Progress.KINDS)
                .filter(other -> other != kind)
                .map(other -> more ? room(kind, other, split, all) : room(other, kind, split, all))
                .max()
                .orElse(0);
    }

    /** How many more can be of a kind in the group, instead of another. */
    private static int room(int kind, int other, Split split, List<Split> all) {
        int here = Math.min(split.group().of(other), split.rest().of(kind));
        int elsewhere = all.stream()
                .mapToInt(each -> Math.min(each.group().of(kind), each.rest().of(other)))
                .sum();
        int own = Math.min(split.group().of(kind), split.rest().of(other));
        return Math.min(here, elsewhere - own);
    }

    private IntStream smallIn(Progress counts) {
        return IntStream.range(0, Progress.KINDS).filter(kind -> counts.of(kind) > 0 && counts.of(kind) < minimum);
    }

    private int wanted(Progress counts) {
        return Math.min(minimum - 1, counts.people());
    }

    /** How far apart the fewest and the most of a kind are, of so many people among all. */
    private static int range(Progress one, Progress all, int kind) {
        int most = Math.min(one.people(), all.of(kind));
        int least = Math.max(0, one.people() + all.of(kind) - all.people());
        return most - least;
    }
}
