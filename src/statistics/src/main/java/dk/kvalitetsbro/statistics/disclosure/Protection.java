package dk.kvalitetsbro.statistics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What may be shown of a publication so that nothing withheld can be worked out from what is shown. Two things are
 * decided of every centre, area and the municipality: whether it may be told how many answered, at all and on each
 * figure; and, of each figure, whether mean and spread may be told. The second is never shown without the first.
 *
 * <p>Anything computed from several cells, such as a change between rounds, a comparison with the rest of the
 * municipality or a finding, may be told when all of those cells may, and tells nothing new then.
 *
 * <p>The same publication gives the same verdicts, whatever order its centres come in. Immutable.
 */
public final class Protection {
    private final HierarchicalTable table;
    private final CountSafety countSafety;
    private final ProtectionGoal goal;
    private final SuppressionPattern counts;
    private final List<SuppressionPattern> figures;
    private final Pools countPools;
    private final List<Pools> figurePools;
    private final Map<Place, Verdict> verdicts;
    private final Map<String, Integer> figureNumbers;

    Protection(
            HierarchicalTable table,
            CountSafety countSafety,
            ProtectionGoal goal,
            SuppressionPattern counts,
            List<SuppressionPattern> figures,
            Pools countPools,
            List<Pools> figurePools,
            Map<Place, Verdict> verdicts) {
        this.table = table;
        this.countSafety = countSafety;
        this.goal = goal;
        this.counts = counts;
        this.figures = figures;
        this.countPools = countPools;
        this.figurePools = figurePools;
        this.verdicts = verdicts;
        figureNumbers = new TreeMap<>();
        IntStream.range(0, table.figures()).forEach(figure -> figureNumbers.put(table.figure(figure), figure));
    }

    public static Protection of(Publication publication, ProtectionGoal goal) {
        return new Protecting(new HierarchicalTable(publication), goal).protection();
    }

    /** Why it may not be told how many of those at a place answered; empty when it may. */
    public Optional<WithheldReason> turnout(Place place) {
        return verdict(place).turnout();
    }

    /** Why mean and spread of a figure may not be told of a place; empty when they may. */
    public Optional<WithheldReason> figure(Place place, String code) {
        return verdict(place).figures().get(number(code));
    }

    private Verdict verdict(Place place) {
        Verdict verdict = verdicts.get(place);
        if (verdict == null) {
            throw new IllegalArgumentException(place + " is not part of the publication");
        }
        return verdict;
    }

    private int number(String code) {
        Integer number = figureNumbers.get(code);
        if (number == null) {
            throw new IllegalArgumentException(code + " is not part of the publication");
        }
        return number;
    }

    /**
     * Also tells of several centres as one, as a merged centre needs them for its change since. It is shown only as far
     * as what is shown already permits, for that may have been read. Unions that are told of the same publication have to
     * be added one to another.
     *
     * @param code    of the union, which {@link Place#union} then stands for
     * @param centres of the publication
     */
    public Protection withUnion(String code, Set<String> centres) {
        int[] members = IntStream.range(0, table.centres())
                .filter(centre -> centres.contains(table.centre(centre).code()))
                .toArray();
        if (members.length == 0 || members.length < centres.size()) {
            throw new IllegalArgumentException("not all of " + centres + " are part of the publication");
        }
        return new Joining(members).protection(Place.union(code));
    }

    /** Adds a union to what is shown. */
    private final class Joining {
        private final int[] members;
        private Pools newCountPools = countPools;
        private final List<Pools> newFigurePools = new ArrayList<>(figurePools);

        Joining(int[] members) {
            this.members = members;
        }

        Protection protection(Place union) {
            Map<Place, Verdict> all = new HashMap<>(verdicts);
            all.put(union, verdict());
            return new Protection(
                    table,
                    countSafety,
                    goal,
                    counts,
                    figures,
                    newCountPools,
                    List.copyOf(newFigurePools),
                    Map.copyOf(all));
        }

        private Verdict verdict() {
            Optional<WithheldReason> turnout =
                    Protecting.turnoutAtCentre(table, members).or(this::splitCounts);
            return Protecting.verdict(
                    table, turnout, bundle -> Protecting.alike(table, table.bundles()[bundle], members)
                            .or(() -> splitFigures(bundle)));
        }

        private Optional<WithheldReason> splitCounts() {
            Optional<Pools> split =
                    countPools.split(counts.withheldOf(members), countSafety).filter(this::leavesMeansSafe);
            split.ifPresent(pools -> newCountPools = pools);
            return split.isPresent() ? Optional.empty() : Optional.of(WithheldReason.TO_PROTECT_ANOTHER);
        }

        private boolean leavesMeansSafe(Pools pools) {
            return IntStream.range(0, figurePools.size())
                    .allMatch(bundle -> figurePools.get(bundle).known().stream().allMatch(safety(bundle, pools)));
        }

        private Optional<WithheldReason> splitFigures(int bundle) {
            Optional<Pools> split = figurePools
                    .get(bundle)
                    .split(figures.get(bundle).withheldOf(members), safety(bundle, newCountPools));
            split.ifPresent(pools -> newFigurePools.set(bundle, pools));
            return split.isPresent() ? Optional.empty() : Optional.of(WithheldReason.TO_PROTECT_ANOTHER);
        }

        private MeanSafety safety(int bundle, Pools pools) {
            return new MeanSafety(table, table.bundles()[bundle], countSafety.fewest(pools.known()), goal);
        }
    }
}
