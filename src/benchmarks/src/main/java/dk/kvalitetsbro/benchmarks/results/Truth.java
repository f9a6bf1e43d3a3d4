package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.statistics.Summary;

/** What really was answered at each centre. */
interface Truth {
    /** Families of parents, answers of others. */
    long valid(int centre);

    long answers(int centre);

    Summary pomp(int figure, int centre);
}
