package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.DesignEffect;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Builds cells for tests. Untouched, a cell is twenty of twenty-five children at 75 POMP with nothing to compare with:
 * enough data, and no sign. Values are given in POMP or in points and stored as the index that they came from.
 */
public final class Cells {
    /** On every scale, 500 points are 75 POMP and 100 points are 20 POMP. */
    private static final double MIDDLE = 75;

    private static final double SPREAD = 20;

    private String theme = "SOC";
    private RespondentGroup group = RespondentGroup.CHILD;
    private Scale scale = Scale.AGREE_5;
    private Summary pomp = Summary.ofSd(20, MIDDLE, SPREAD);
    private OptionalDouble alpha = OptionalDouble.of(0.80);
    private int eligible = -1;
    private int raters = 5;
    private int families = -1;
    private Optional<WithheldReason> withheld = Optional.empty();
    private boolean baseline = true;
    private Optional<Summary> rest = Optional.empty();
    private Optional<Summary> previous = Optional.empty();
    private Optional<Summary> shared = Optional.empty();
    private Optional<Clusters> clusters = Optional.empty();
    private boolean gained;

    private Cells() {}

    public static Cells cell() {
        return new Cells();
    }

    public Cells theme(String code) {
        theme = code;
        return this;
    }

    public Cells group(RespondentGroup who) {
        group = who;
        return this;
    }

    public Cells scale(Scale which) {
        scale = which;
        return this;
    }

    public Cells pomp(long n, double mean, double sd) {
        pomp = Summary.ofSd(n, mean, sd);
        return this;
    }

    public Cells points(long n, double mean, double sd) {
        pomp = fromPoints(n, mean, sd);
        return this;
    }

    public Cells restPoints(long n, double mean, double sd) {
        rest = Optional.of(fromPoints(n, mean, sd));
        return this;
    }

    /** What this round comes to on the items that the last round asked, too. */
    public Cells sharedPoints(long n, double mean, double sd) {
        shared = Optional.of(fromPoints(n, mean, sd));
        return this;
    }

    public Cells previousPoints(long n, double mean, double sd) {
        previous = Optional.of(fromPoints(n, mean, sd));
        return this;
    }

    /** That the last round gave the group a strength or progress. */
    public Cells gained() {
        gained = true;
        return this;
    }

    /** That answers come from so many shown centres of this size, which resemble each other that much. */
    public Cells clusters(int centres, double size, double correlation) {
        clusters = Optional.of(new Clusters(centres, Optional.of(new DesignEffect(size, correlation))));
        return this;
    }

    public Cells unknownClusters() {
        clusters = Optional.of(Clusters.UNKNOWN);
        return this;
    }

    public Cells alpha(OptionalDouble value) {
        alpha = value;
        return this;
    }

    public Cells eligible(int count) {
        eligible = count;
        return this;
    }

    public Cells raters(int count) {
        raters = count;
        return this;
    }

    public Cells families(int count) {
        families = count;
        return this;
    }

    public Cells withheld(WithheldReason reason) {
        withheld = Optional.of(reason);
        return this;
    }

    public Cells withoutBaseline() {
        baseline = false;
        return this;
    }

    public Cell build() {
        int invited = eligible < 0 ? (int) (pomp.n() * 5 / 4) : eligible;
        return new Cell(
                theme,
                group,
                scale,
                index(pomp),
                alpha,
                invited,
                raters,
                families < 0 ? (int) pomp.n() : families,
                withheld,
                baseline ? Optional.of(new Scale500(index(MIDDLE), step() * SPREAD)) : Optional.empty(),
                rest.map(this::index),
                clusters,
                lastRound());
    }

    private Optional<LastRound> lastRound() {
        Scale500 points = new Scale500(index(MIDDLE), step() * SPREAD);
        return previous.map(
                then -> LastRound.of(shared.map(this::index).orElse(index(pomp)), index(then), points, gained));
    }

    private static Summary fromPoints(long n, double mean, double sd) {
        return Summary.ofSd(n, mean, sd).transformed(SPREAD / 100, MIDDLE - 5 * SPREAD);
    }

    private Summary index(Summary ofPomp) {
        return ofPomp.transformed(step(), scale.min());
    }

    private double index(double ofPomp) {
        return ofPomp * step() + scale.min();
    }

    private double step() {
        return (scale.max() - scale.min()) / 100.0;
    }
}
