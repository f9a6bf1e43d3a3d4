package dk.kvalitetsbro.tallies;

import dk.kvalitetsbro.statistics.Moments;
import dk.kvalitetsbro.statistics.RespondentGroup;
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

    private int sources() {
        return sourcesElsewhere + sources.cardinality();
    }

    /** How many contact pedagogues are behind the values, where those are a group's; else 0. */
    public int raters(RespondentGroup group) {
        return group == RespondentGroup.CONTACT_PEDAGOGUE ? sources() : 0;
    }

    /** How many families are behind the values, where those are a group's; else 0. */
    public int families(RespondentGroup group) {
        return group == RespondentGroup.PARENT ? sources() : 0;
    }

    public boolean allAlike() {
        return values.allAlike();
    }
}
