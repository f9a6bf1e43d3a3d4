package dk.kvalitetsbro.benchmarks.results;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;

import dk.kvalitetsbro.statistics.Moments;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.Publication;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import dk.kvalitetsbro.statistics.disclosure.PublishedFigure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A municipality made up by chance, of Billund's size unless told otherwise: houses of 6 to 45 children aged 4-5, units of
 * childminders of 3 to 10, and three rounds in which one centre opens and two become one. There are twelve themes; of the
 * first, some of the items are told as a figure of their own, as if only those were asked in both rounds.
 */
final class InventedMunicipality {
    static final int THEMES = 12;
    /** The first theme. */
    static final String WHOLE = "T00";

    /** The figure of some of its items. */
    static final String PART = "T00 part";

    static final double PART_SHARE = 0.75;
    private static final int ITEMS = 4;
    private static final int ROUNDS = 3;
    private static final double SECOND_PARENT = 0.44;
    private static final Map<RespondentGroup, Double> RESPONSE =
            Map.of(CHILD, 0.82, CONTACT_PEDAGOGUE, 0.86, RespondentGroup.PEDAGOGUE, 0.85, PARENT, 0.71, LEADER, 0.95);

    /** A centre; it exists from one round to another. */
    private record House(String code, String area, boolean childminding, int children, int staff, int from, int to) {}

    private final Random chance;
    private final Skipping skipping;
    private final List<House> houses = new ArrayList<>();
    private final String[] merging = new String[2];

    private InventedMunicipality(long seed, int centres, int areas, Skipping skipping) {
        chance = new Random(seed);
        this.skipping = skipping;
        for (int i = 0; i < centres; i++) {
            boolean childminding = i % 9 == 8 || (i == 3 && chance.nextBoolean());
            int children = childminding ? 3 + chance.nextInt(8) : 6 + chance.nextInt(40);
            int staff = 1 + (int) Math.round(children / 2.4) + chance.nextInt(3);
            houses.add(new House(
                    code(i),
                    "O" + (chance.nextInt(4) == 0 ? chance.nextInt(areas) : i % areas),
                    childminding,
                    children,
                    staff,
                    0,
                    ROUNDS));
        }
        story();
    }

    /** Billund's size. */
    static List<InventedRound> billund(long seed, Skipping skipping) {
        Random size = new Random(seed * 31 + 7);
        return new InventedMunicipality(seed, 15 + size.nextInt(6), 2 + size.nextInt(3), skipping).rounds();
    }

    static List<InventedRound> of(long seed, int centres, int areas) {
        return new InventedMunicipality(seed, centres, areas, Skipping.SELDOM).rounds();
    }

    private static String code(int number) {
        return String.format(Locale.ROOT, "D%04d", number);
    }

    /** The second centre opens late; the fifth and another become one before the last round. */
    private void story() {
        House opening = houses.get(1);
        houses.set(1, lasting(opening, 1, ROUNDS));
        int other = 5 + chance.nextInt(3);
        for (int i : new int[] {4, other}) {
            houses.set(i, lasting(houses.get(i), 0, ROUNDS - 1));
        }
        merging[0] = houses.get(4).code();
        merging[1] = houses.get(other).code();
        int together = houses.get(4).children() + houses.get(other).children();
        houses.add(new House("M0001", houses.get(4).area(), false, together, 2 + together / 3, ROUNDS - 1, ROUNDS));
    }

    private static House lasting(House house, int from, int to) {
        return new House(house.code(), house.area(), house.childminding(), house.children(), house.staff(), from, to);
    }

    private List<InventedRound> rounds() {
        double[][] levels = new double[RespondentGroup.values().length][THEMES];
        double[][] spreads = new double[RespondentGroup.values().length][THEMES];
        for (int group = 0; group < levels.length; group++) {
            for (int theme = 0; theme < THEMES; theme++) {
                levels[group][theme] = 62 + 30 * chance.nextDouble();
                spreads[group][theme] = 14 + 12 * chance.nextDouble();
            }
        }
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> new InventedRound(
                        Stream.of(RespondentGroup.values())
                                .map(group ->
                                        publication(group, round, levels[group.ordinal()], spreads[group.ordinal()]))
                                .toList(),
                        round == ROUNDS - 2 ? Map.of("M0001", Set.of(merging)) : Map.of()))
                .toList();
    }

    private Publication publication(RespondentGroup group, int round, double[] levels, double[] spreads) {
        return new Publication(
                DisclosureRule.standard(),
                group,
                houses.stream()
                        .filter(house -> house.from() <= round && round < house.to())
                        .map(house -> centre(house, group, levels, spreads))
                        .toList());
    }

    private PublishedCentre centre(House house, RespondentGroup group, double[] levels, double[] spreads) {
        int eligible =
                switch (group) {
                    case CHILD, CONTACT_PEDAGOGUE, PARENT -> house.children();
                    case PEDAGOGUE -> house.staff();
                    case LEADER -> 1;
                };
        Tally tally = new Tally(group, levels, spreads);
        for (int i = 0; i < eligible; i++) {
            if (chance.nextDouble() < RESPONSE.getOrDefault(group, 1.0)) {
                int rater = i % Math.max(1, Math.round(house.children() / 5f));
                tally.add(i, rater);
                if (group == PARENT && chance.nextDouble() < SECOND_PARENT) {
                    tally.add(i, rater);
                }
            }
        }
        return tally.centre(house, eligible);
    }

    /** The answers of one group at one centre. */
    private final class Tally {
        private final RespondentGroup group;
        private final double[] levels;
        private final double[] spreads;
        private final double[] here = new double[THEMES];
        private final Moments[] figures = new Moments[THEMES + 1];
        private final List<Set<Integer>> families = new ArrayList<>();
        private final List<Set<Integer>> raters = new ArrayList<>();
        private int answered;
        private final Set<Integer> allFamilies = new HashSet<>();
        private final Set<Integer> allRaters = new HashSet<>();

        Tally(RespondentGroup group, double[] levels, double[] spreads) {
            this.group = group;
            this.levels = levels;
            this.spreads = spreads;
            for (int figure = 0; figure < figures.length; figure++) {
                figures[figure] = new Moments();
                families.add(new HashSet<>());
                raters.add(new HashSet<>());
            }
            IntStream.range(0, THEMES).forEach(theme -> here[theme] = 5 * chance.nextGaussian());
        }

        void add(int family, int rater) {
            answered++;
            allFamilies.add(family);
            allRaters.add(rater);
            double outlook = chance.nextGaussian();
            int steps = group == CHILD ? 2 : group == CONTACT_PEDAGOGUE ? 3 : 4;
            for (int theme = 0; theme < THEMES; theme++) {
                double leaning =
                        levels[theme] + here[theme] + spreads[theme] * (0.6 * outlook + 0.8 * chance.nextGaussian());
                double sum = 0;
                double last = 0;
                for (int item = 0; item < ITEMS; item++) {
                    last = item(leaning, steps);
                    sum += last;
                }
                if (chance.nextDouble() >= skipping.chance() || mayNotSkip(theme)) {
                    add(theme, sum / ITEMS, family, rater);
                    if (theme == 0) {
                        add(THEMES, (sum - last) / (ITEMS - 1), family, rater);
                    }
                }
            }
        }

        /** No more skip a theme than the attacker thinks. */
        private boolean mayNotSkip(int theme) {
            return answered - figures[theme].summary().n() > Skipping.FEW + (skipping == Skipping.OFTEN ? answered : 0);
        }

        private double item(double leaning, int steps) {
            double step = Math.round((leaning + 16 * chance.nextGaussian()) * steps / 100);
            return Math.max(0, Math.min(steps, step)) * 100 / steps;
        }

        private void add(int figure, double value, int family, int rater) {
            figures[figure].add(value);
            families.get(figure).add(family);
            raters.get(figure).add(rater);
        }

        PublishedCentre centre(House house, int eligible) {
            return new PublishedCentre(
                    house.code(),
                    house.area(),
                    house.childminding(),
                    eligible,
                    new Counts(group, answered, allFamilies.size(), allRaters.size(), false),
                    IntStream.range(0, figures.length).mapToObj(this::figure).toList());
        }

        private PublishedFigure figure(int figure) {
            Moments moments = figures[figure];
            Counts counts = new Counts(
                    group,
                    moments.summary().n(),
                    families.get(figure).size(),
                    raters.get(figure).size(),
                    moments.allAlike());
            String theme = String.format(Locale.ROOT, "T%02d", figure % THEMES);
            return figure == THEMES
                    ? new PublishedFigure(PART, theme, PART_SHARE, counts, moments.summary())
                    : new PublishedFigure(theme, theme, 1, counts, moments.summary());
        }
    }
}
