package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.web.Bilingual;
import java.util.Optional;

/**
 * Something on a theme at a centre that its leader decides about, and may answer with courses.
 *
 * @param sourceRef the reference by which its source knows it, such as a finding's or a priority's id
 * @param round     the survey round, when a finding raised it
 * @param reason    one sentence that staff can read: why this matters here
 * @param decision  the leader's newest decision
 */
public record Need(
        long id,
        CentreCode centre,
        Theme theme,
        Source source,
        String sourceRef,
        Optional<String> round,
        Bilingual reason,
        Optional<Decision> decision) {
    /** What raised a need. */
    public enum Source {
        FINDING,
        PRIORITY,
        MEASURE
    }
}
