package dk.kvalitetsbro.organisation;

/** What an employment is as. */
public enum JobGroup {
    PEDAGOGUE,
    PEDAGOGICAL_ASSISTANT,
    LEADER,
    HR,
    ADMINISTRATION,
    SYSTEM_ADMINISTRATOR
}
