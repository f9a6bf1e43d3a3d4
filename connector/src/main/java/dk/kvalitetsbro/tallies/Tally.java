package dk.kvalitetsbro.tallies;

import dk.kvalitetsbro.statistics.Moments;
import dk.kvalitetsbro.statistics.Summary;
import java.util.BitSet;
import java.util.List;

/** Values, and how many different contact pedagogues or families stand behind them. */
public final class Tally {
    /** The source of an answer that tells none: it counts as an answer, but vouches for nobody. */
    static final int UNKNOWN = -1;

    private final Moments values = new Moments();
    private final BitSet sources = new BitSet();
    private int sourcesElsewhere;

    /** @param source the centre's own number of the contact pedagogue or family, or {@link #UNKNOWN} */
    void add(double value, int source) {
        values.add(value);
        if (source != UNKNOWN) {
            sources.set(source);
        }
    }

    /** Several centres' values; contact pedagogues and families belong to one centre, so they are added up. */
    static Tally together(List<Tally> centres) {
        Tally together = new Tally();
        for (Tally centre : centres) {
            together.values.merge(centre.values);
            together.sourcesElsewhere += centre.sources();
        }
        return together;
    }

    public Summary summary() {
        return values.summary();
    }

    public int sources() {
        return sourcesElsewhere + sources.cardinality();
    }

    public boolean allAlike() {
        return values.allAlike();
    }
}
