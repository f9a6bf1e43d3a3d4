package dk.kvalitetsbro.organisation;

/** What an employment is as, or what an office is. */
public enum JobGroup {
    PEDAGOGUE,
    PEDAGOGICAL_ASSISTANT,
    LEADER,
    HR,
    ADMINISTRATION,
    SYSTEM_ADMINISTRATOR,
    /** Leads an area's centres. */
    AREA_LEADER,
    /** In the council; nobody's staff. */
    POLITICIAN,
    /** On a centre's board; nobody's staff. */
    BOARD,
    DATA_PROTECTION_OFFICER
}
