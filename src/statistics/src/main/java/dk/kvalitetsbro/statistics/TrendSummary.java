package dk.kvalitetsbro.statistics;

import java.util.Collection;
import java.util.Collections;

/**
 * How many themes went which way between two rounds. Themes that the rounds can't be compared on are not among them.
 *
 * @param up        themes that went up
 * @param uncertain themes of which it can't be told
 * @param down      themes that went down
 */
public record TrendSummary(int up, int uncertain, int down) {
    public TrendSummary {
        if (up < 0 || uncertain < 0 || down < 0) {
            throw new IllegalArgumentException(up + " up, " + uncertain + " uncertain, " + down + " down");
        }
    }

    public static TrendSummary of(Collection<Direction> themes) {
        return new TrendSummary(
                Collections.frequency(themes, Direction.UP),
                Collections.frequency(themes, Direction.UNCERTAIN),
                Collections.frequency(themes, Direction.DOWN));
    }

    public int themes() {
        return up + uncertain + down;
    }
}
