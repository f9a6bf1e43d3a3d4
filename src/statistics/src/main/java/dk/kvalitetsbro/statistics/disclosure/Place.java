package dk.kvalitetsbro.statistics.disclosure;

import java.util.Objects;

/**
 * What a published figure is about.
 *
 * @param code unique among places of the same kind
 */
public record Place(Kind kind, String code) {
    /** From the least to the most that is lost when it is withheld. */
    public enum Kind {
        CENTRE,
        /** Several centres told as one, because they are one by now. */
        UNION,
        AREA,
        MUNICIPALITY
    }

    /** All centres together. */
    public static final Place MUNICIPALITY = new Place(Kind.MUNICIPALITY, "");

    public Place {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
    }

    public static Place centre(String code) {
        return new Place(Kind.CENTRE, code);
    }

    public static Place area(String code) {
        return new Place(Kind.AREA, code);
    }

    public static Place union(String code) {
        return new Place(Kind.UNION, code);
    }
}
