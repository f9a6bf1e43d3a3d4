package dk.kvalitetsbro.results;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.Optional;

/**
 * How a group's answers on a theme at a centre have changed from one published round to the next.
 *
 * @param from   code of the earlier round
 * @param to     code of the later round
 * @param asked  how many items the later round asked
 * @param shared how many of them the earlier round asked, too; 0 when they are too few to be an index
 * @param change on the shared items, where the rounds can be compared
 */
public record Trend(
        RespondentGroup group,
        String from,
        String to,
        int asked,
        int shared,
        Basis basis,
        Optional<Release<Change>> change) {
    /** What a comparison rests on, or why there is none. */
    public enum Basis {
        /** Both rounds asked the same items. */
        SAME_ITEMS,
        /** They share some items, and are compared on those. */
        SHARED_ITEMS,
        /** They share fewer than two items. */
        OTHER_ITEMS,
        /** They share some, but one of them was computed when nothing was kept of those. */
        NOT_KEPT,
        /** The theme's items hang together too little for one figure. */
        SINGLE_ITEMS
    }

    /**
     * In percent of maximum possible.
     *
     * @param difference later minus earlier
     * @param interval   of the difference; empty when the answers say nothing about uncertainty
     */
    public record Change(long answersThen, long answersNow, double difference, Optional<Interval> interval) {}
}
