package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.CentreCode;

/** A day-care centre as it is on the day it was asked for. */
public record Centre(CentreCode code, String name, String areaCode, Kind kind) {
    /** Childminding is shown only together with others of its area. */
    public enum Kind {
        INSTITUTION,
        CHILDMINDING
    }
}
