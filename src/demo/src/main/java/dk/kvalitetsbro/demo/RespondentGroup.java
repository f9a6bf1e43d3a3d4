package dk.kvalitetsbro.demo;

import java.util.Locale;
import java.util.Optional;

/** Who answers. The five groups are never merged. */
public enum RespondentGroup {
    CHILD("B", Optional.empty(), 0.82),
    /** A pedagogue who answers once per child. */
    CONTACT_PEDAGOGUE("K", Optional.of("rater_id"), 0.86),
    PEDAGOGUE("P", Optional.empty(), 0.85),
    /** Counted in families: one or two parents may answer for a child. */
    PARENT("F", Optional.of("family_id"), 0.71),
    LEADER("L", Optional.empty(), 0.95);

    private final String letter;
    private final Optional<String> linkColumn;
    private final double responseRate;

    RespondentGroup(String letter, Optional<String> linkColumn, double responseRate) {
        this.letter = letter;
        this.linkColumn = linkColumn;
        this.responseRate = responseRate;
    }

    /** The letter that the group has in item codes. */
    String letter() {
        return letter;
    }

    /** The column that ties responses of one rater or one family together, where the group has one. */
    public Optional<String> linkColumn() {
        return linkColumn;
    }

    /** The share of the eligible who answer, 0 to 1. */
    double responseRate() {
        return responseRate;
    }

    String fileName(int round) {
        return "responses-" + round + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }
}
