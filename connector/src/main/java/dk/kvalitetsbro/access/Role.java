package dk.kvalitetsbro.access;

/** What a person is, by their employments of the day. A person may be several things. */
public enum Role {
    /** Employed at a centre. */
    STAFF,
    /** Leads one or more centres. */
    LEADER,
    /** Follows competence development; never sees survey results. */
    HR,
    /** The municipality's administration of day care: rounds, imports, themes. */
    ADMINISTRATION,
    /** Keeps the installation running; sees configuration and the log, no results. */
    SYSTEM_ADMINISTRATOR,
    /** Leads the centres of one or more areas. */
    AREA_LEADER,
    /** Invited from outside to one centre's analysis or workshop, for a time. */
    CONSULTANT,
    /** Invited to the municipality's aggregates, for a time. */
    RESEARCHER,
    /** Reads the one page for politicians. */
    POLITICIAN,
    /** On a centre's board; reads the one page for boards. */
    BOARD,
    /** Reads the audit log, and no results. */
    DATA_PROTECTION_OFFICER
}
