package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.themes.Theme;

/** A link that somebody made or took away on the platform, and about which somebody decides here. */
public record Proposal(long id, long course, String courseName, Theme theme, Change change) {
    /** What was done there. */
    public enum Change {
        ADDED,
        REMOVED
    }
}
