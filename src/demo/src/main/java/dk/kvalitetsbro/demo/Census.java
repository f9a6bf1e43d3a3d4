package dk.kvalitetsbro.demo;

import java.time.LocalDate;

/** How many of each group could answer in each centre and round. */
final class Census {
    private static final int LATEST_ROUND = 2019;

    private Census() {}

    /** Answers are given in early October. */
    static boolean takesPart(Centre centre, int round) {
        return centre.openOn(LocalDate.of(round, 10, 1));
    }

    static Eligible eligible(Site site, int round, RespondentGroup group) {
        return new Eligible(round, site.centre().code(), group, count(site, round, group));
    }

    static int count(Site site, int round, RespondentGroup group) {
        return switch (group) {
            case CHILD, CONTACT_PEDAGOGUE, PARENT -> children(site, round);
            case PEDAGOGUE -> site.pedagogues();
            case LEADER -> 1;
        };
    }

    /** Each round has other children, and up to eight per cent fewer or more of them than the latest. */
    private static int children(Site site, int round) {
        if (round == LATEST_ROUND) {
            return site.children();
        }
        var chance = Chance.of("children", String.valueOf(round), site.centre().code());
        return (int) Math.round(site.children() * (0.92 + 0.16 * chance.fraction()));
    }
}
