package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.themes.ThemeCode;

/** How far one job group at one centre has come on one theme. Stays inside: it may be about a single person. */
record Tally(CentreCode centre, ThemeCode theme, JobGroup jobGroup, int done, int ongoing, int none) {
    Progress progress() {
        return new Progress(done, ongoing, none);
    }
}
