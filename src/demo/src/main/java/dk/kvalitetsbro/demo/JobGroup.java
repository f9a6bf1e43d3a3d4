package dk.kvalitetsbro.demo;

/** What somebody is employed to do. */
public enum JobGroup {
    PEDAGOGUE,
    PEDAGOGICAL_ASSISTANT,
    LEADER,
    HR,
    ADMINISTRATION,
    SYSTEM_ADMINISTRATOR
}
