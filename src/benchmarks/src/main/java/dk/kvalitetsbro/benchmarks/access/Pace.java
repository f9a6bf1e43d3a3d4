package dk.kvalitetsbro.benchmarks.access;

import java.util.List;

/**
 * How a stream of launches went.
 *
 * @param millis  of each, from the moment at which it was due; not a number where it was refused or lost
 * @param seconds from the first launch to the last answer
 */
record Pace(List<Double> millis, double seconds) {
    long letIn() {
        return millis.stream().filter(time -> !time.isNaN()).count();
    }

    double perSecond() {
        return letIn() / seconds;
    }

    /** @return the time within which that many of a hundred answers were there */
    double percentile(int percent) {
        return millis.stream().sorted().toList().get((millis.size() * percent + 99) / 100 - 1);
    }
}
