package dk.kvalitetsbro.demo;

import java.util.List;
import java.util.Map;

/**
 * What is true in the invented municipality: how well each theme is experienced, by group, centre and round.
 *
 * <p>The unit is the standard deviation between persons, 100 points on the scale that has 500 as its mean at baseline.
 * Zero lies near 75 per cent of the most an item can give.
 */
final class Experience {
    /**
     * @param level2019 the level in the round of 2019
     * @param progress  gained from each round to the next; negative where it declines
     */
    private record Path(double level2019, double progress) {}

    private static final Map<String, Path> THEMES = Map.ofEntries(
            Map.entry("APU", new Path(0.20, 0.18)),
            Map.entry("SOC", new Path(0.40, 0.20)),
            Map.entry("KOM", new Path(0.25, 0.22)),
            Map.entry("KRO", new Path(0.45, 0.15)),
            Map.entry("NAT", new Path(0.15, 0.20)),
            Map.entry("KUL", new Path(0.05, -0.10)),
            Map.entry("BFA", new Path(0.20, 0.16)),
            Map.entry("REL", new Path(0.45, 0.14)),
            Map.entry("FOR", new Path(0.10, -0.09)),
            Map.entry("MAT", new Path(-0.38, 0.10)),
            Map.entry("TRI", new Path(0.40, 0.17)),
            Map.entry("EVA", new Path(0.15, 0.22)));

    private static final Map<RespondentGroup, Double> OUTLOOK = Map.of(
            RespondentGroup.CHILD, 0.0,
            RespondentGroup.CONTACT_PEDAGOGUE, 0.0,
            RespondentGroup.PEDAGOGUE, -0.05,
            RespondentGroup.PARENT, 0.05,
            RespondentGroup.LEADER, 0.10);

    /** Centres differ less from round to round. */
    private static final Map<Integer, Double> SPREAD = Map.of(2015, 1.15, 2017, 1.05, 2019, 0.95);

    private static final double CENTRE_SD = 0.20;
    private static final double CENTRE_THEME_SD = 0.20;
    private static final double CENTRE_THEME_ROUND_SD = 0.08;
    private static final double GROUP_THEME_SD = 0.04;

    /**
     * Karen's centre beside the municipality: weak in mathematics, strong in relations, losing ground in culture. In
     * the other themes it is so ordinary that little can be told.
     */
    private static final Map<String, Map<Integer, Double>> KARENS = Map.of(
            "MAT", Map.of(2015, -1.10, 2017, -1.20, 2019, -1.40),
            "REL", Map.of(2015, 0.70, 2017, 0.80, 2019, 0.90),
            "KUL", Map.of(2015, 0.30, 2017, 0.50, 2019, -0.75));

    private final String karensCentre;

    Experience(Centre karensCentre) {
        this.karensCentre = karensCentre.code();
    }

    /** The level of each item, in the order given, for an average respondent. */
    double[] levels(Centre centre, int round, RespondentGroup group, List<Item> items) {
        return items.stream()
                .mapToDouble(item -> level(centre, item.themeCode(), round, group) + ease(item))
                .toArray();
    }

    private double level(Centre centre, String theme, int round, RespondentGroup group) {
        var path = THEMES.get(theme);
        if (path == null) {
            throw new IllegalArgumentException("no level is known for theme " + theme);
        }
        return path.level2019()
                - path.progress() * (2019 - round) / 2
                + OUTLOOK.getOrDefault(group, 0.0)
                + GROUP_THEME_SD * Chance.of("group", group.name(), theme).normal()
                + SPREAD.getOrDefault(round, 1.0) * difference(centre.code(), theme, round);
    }

    /** How a centre differs from the municipality. */
    private double difference(String centre, String theme, int round) {
        var themeInRound = CENTRE_THEME_SD * Chance.of("centre", centre, theme).normal()
                + CENTRE_THEME_ROUND_SD
                        * Chance.of("centre", centre, theme, String.valueOf(round))
                                .normal();
        if (!centre.equals(karensCentre)) {
            return themeInRound + CENTRE_SD * Chance.of("centre", centre).normal();
        }
        return KARENS.getOrDefault(theme, Map.of()).getOrDefault(round, themeInRound / 2);
    }

    /** Some items are easier to agree with than others. */
    private static double ease(Item item) {
        return 0.10 * Chance.of("item", item.code()).normal();
    }
}
