package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.benchmarks.results.Told.Row;

/** What an attacker is to work out, and how closely. */
interface Asked {
    /** As closely as can be, about everything. */
    Asked EVERYTHING = (row, figure, isMean) -> Double.POSITIVE_INFINITY;

    /**
     * How wide a range is not worth working out further; 0 for what is not asked.
     *
     * @param figure -1 for how many answered at all
     * @param isMean whether it is about the mean, in percent of maximum possible, and not the number of answers
     */
    double enough(Row row, int figure, boolean isMean);
}
