package dk.kvalitetsbro.demo;

import dk.kvalitetsbro.demo.Centre.Placement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The municipality's areas and centres. Most of them stay as they are; one centre moves to another area, one opens and
 * one closes.
 *
 * @param sites the centres that are open today in order of code, then the one that closed
 */
record Organisation(List<Area> areas, List<Site> sites) {
    static final LocalDate BEGINNING = LocalDate.of(2004, 1, 1);
    static final LocalDate MOVED_OR_OPENED = LocalDate.of(2016, 8, 1);
    static final LocalDate CLOSED = LocalDate.of(2018, 7, 31);

    /** Positions of the centres with a story. */
    static final int KARENS = 2;

    static final int MOVED_AREA = 4;
    static final int OPENED = 6;

    private static final int CENTRES_PER_AREA = 8;
    private static final int CENTRES_PER_CHILDMINDING_UNIT = 18;
    private static final int CLOSED_CENTRES_CHILDREN = 19;
    private static final int CLOSED_CENTRES_PEDAGOGUES = 6;

    Organisation {
        areas = List.copyOf(areas);
        sites = List.copyOf(sites);
    }

    static Organisation of(Size size) {
        var areas = IntStream.range(0, areas(size))
                .mapToObj(number -> new Area(areaCode(number), Names.area(number), Period.since(BEGINNING)))
                .toList();
        return new Organisation(areas, sites(size));
    }

    private static List<Site> sites(Size size) {
        var weights = IntStream.range(0, size.centres())
                .mapToDouble(Organisation::weight)
                .toArray();
        var staffWeights = IntStream.range(0, size.centres())
                .mapToDouble(i -> weights[i] + 1)
                .toArray();
        var children = shares(size.eligibleChildren(), weights);
        var pedagogues = shares(size.pedagogues(), staffWeights);
        var assistants =
                shares(size.staff() - size.pedagogues() - size.centres() - Staff.inTownHall(size), staffWeights);
        var sites = new ArrayList<Site>();
        for (var i = 0; i < size.centres(); i++) {
            sites.add(new Site(centre(i, areas(size)), children[i], pedagogues[i], assistants[i]));
        }
        sites.add(new Site(closedCentre(size.centres()), CLOSED_CENTRES_CHILDREN, CLOSED_CENTRES_PEDAGOGUES, 0));
        return sites;
    }

    Site karens() {
        return sites.get(KARENS);
    }

    Site opened() {
        return sites.get(OPENED);
    }

    Site closed() {
        return sites.get(sites.size() - 1);
    }

    /** How large a centre is, beside an average one of 1. */
    private static double weight(int position) {
        if (position == KARENS) {
            return 0.83;
        }
        return isChildminding(position)
                ? 0.3
                : 0.55 + Chance.of("centre size", code(position)).fraction();
    }

    private static boolean isChildminding(int position) {
        return position % CENTRES_PER_CHILDMINDING_UNIT == CENTRES_PER_CHILDMINDING_UNIT - 1;
    }

    private static int areas(Size size) {
        return (size.centres() + CENTRES_PER_AREA - 1) / CENTRES_PER_AREA;
    }

    /**
     * Areas take turns in getting a centre. The first childminding unit, whose few answers are shown in totals only and take
     * another centre's along, lies in another area than Karen's centre, of which everything is to be seen.
     */
    private static Centre centre(int position, int areas) {
        var area = areaCode(position % areas);
        if (isChildminding(position)) {
            var name = Names.childminding(position / CENTRES_PER_CHILDMINDING_UNIT);
            var next = areaCode((position + 1) % areas);
            return new Centre(code(position), name, CentreKind.CHILDMINDING, inOneArea(next, BEGINNING));
        }
        var placements =
                switch (position) {
                    case MOVED_AREA ->
                        List.of(
                                new Placement(
                                        areaCode((position + 1) % areas),
                                        Period.between(BEGINNING, MOVED_OR_OPENED.minusDays(1))),
                                new Placement(area, Period.since(MOVED_OR_OPENED)));
                    case OPENED -> inOneArea(area, MOVED_OR_OPENED);
                    default -> inOneArea(area, BEGINNING);
                };
        return new Centre(code(position), Names.institution(position), CentreKind.INSTITUTION, placements);
    }

    private static Centre closedCentre(int position) {
        var placement = new Placement(areaCode(0), Period.between(BEGINNING, CLOSED));
        return new Centre(code(position), Names.institution(position), CentreKind.INSTITUTION, List.of(placement));
    }

    private static List<Placement> inOneArea(String area, LocalDate from) {
        return List.of(new Placement(area, Period.since(from)));
    }

    private static String code(int position) {
        return String.format(Locale.ROOT, "D%04d", position + 1);
    }

    private static String areaCode(int number) {
        return String.format(Locale.ROOT, "O%03d", number + 1);
    }

    /** Splits a total in proportion to the weights, losing and adding none. */
    private static int[] shares(int total, double[] weights) {
        var perWeight = total
                / IntStream.range(0, weights.length)
                        .mapToDouble(i -> weights[i])
                        .sum();
        var shares = new int[weights.length];
        var weightSoFar = 0.0;
        var given = 0;
        for (var i = 0; i < weights.length; i++) {
            weightSoFar += weights[i];
            shares[i] = (int) Math.round(weightSoFar * perWeight) - given;
            given += shares[i];
        }
        return shares;
    }
}
