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
    SYSTEM_ADMINISTRATOR
}
