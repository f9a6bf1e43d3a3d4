package dk.kvalitetsbro.organisation;

import java.util.List;

/**
 * What a file would do if it were imported. With a single problem it would do nothing.
 *
 * @param problems     the first of them, as many as a person can use
 * @param problemCount how many there are in all
 */
public record DryRun(Changes changes, List<Problem> problems, long problemCount) {
    public DryRun {
        problems = List.copyOf(problems);
        if (problemCount < problems.size()) {
            throw new IllegalArgumentException("fewer problems in all than listed: " + problemCount);
        }
    }

    public static DryRun of(Changes changes) {
        return new DryRun(changes, List.of(), 0);
    }

    public static DryRun of(Problems problems) {
        return new DryRun(Changes.NONE, problems.first(), problems.count());
    }

    public boolean succeeds() {
        return problemCount == 0;
    }
}
