package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.web.Bilingual;
import java.util.Optional;

/**
 * What a bubble does to another one, or to the core task, in the group's view.
 *
 * @param towards the other bubble; empty for the core task
 * @param version counts the wordings, from 1
 */
record Link(long id, Bilingual bubble, Optional<Bilingual> towards, Kind kind, String reason, int version) {
    enum Kind {
        SUPPORTS,
        CONFLICTS
    }
}
