package dk.kvalitetsbro.overview;

/**
 * How many needs leaders have decided about, and how. They are about groups and themes, never about a person.
 *
 * @param undecided that still wait
 * @param accepted  that leaders go on with
 * @param deferred  that they wait with
 * @param rejected  that they leave
 */
public record Decisions(int undecided, int accepted, int deferred, int rejected) {
    static final Decisions NONE = new Decisions(0, 0, 0, 0);

    Decisions plus(Decisions other) {
        return new Decisions(
                undecided + other.undecided,
                accepted + other.accepted,
                deferred + other.deferred,
                rejected + other.rejected);
    }

    public int all() {
        return undecided + accepted + deferred + rejected;
    }
}
