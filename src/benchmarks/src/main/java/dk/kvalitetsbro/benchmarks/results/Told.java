package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.Place;
import java.util.List;
import java.util.Optional;

/**
 * What everybody can know of one group in one round: the pages, read together, and how many could answer where.
 *
 * @param least    how few can have answered at each centre
 * @param most     how many can
 * @param figures  how many there are
 * @param rounding half of the last digit that means and spreads are given with, in percent of maximum possible
 * @param skipped  no more than this part of those who answered left a figure out, beside {@link Skipping#FEW}; 1 where
 *                 nothing is known of it
 * @param rows     whatever has a row of its own somewhere, the centres first
 * @param shared   figures that are made of some of another's items
 */
record Told(
        RespondentGroup group,
        long[] least,
        long[] most,
        int figures,
        double rounding,
        double skipped,
        List<Row> rows,
        List<Shared> shared) {

    /** The row of a single centre. */
    Row rowOf(int centre) {
        return rows.get(centre);
    }

    /** @param centres those that the row is about, ascending */
    record Row(Place place, int[] centres, Optional<Turnout> turnout, List<Optional<Moments>> figures) {}

    /**
     * @param valid   families of parents, answers of others
     * @param answers of anybody
     * @param behind  answers behind each figure
     */
    record Turnout(long valid, long answers, long[] behind) {}

    /** In percent of maximum possible. */
    record Moments(double mean, double sd) {}

    /**
     * The same people are behind both.
     *
     * @param whole the figure of all items
     * @param part  the figure of some of them
     * @param share how much of the whole index those are, 0 to 1
     */
    record Shared(int whole, int part, double share) {}
}
