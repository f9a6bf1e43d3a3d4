package dk.kvalitetsbro.demo;

/** What kind of day-care service a centre is. */
public enum CentreKind {
    /** A day-care centre in a house (daginstitution). */
    INSTITUTION,
    /** A group of childminders under one leader (dagpleje). */
    CHILDMINDING
}
