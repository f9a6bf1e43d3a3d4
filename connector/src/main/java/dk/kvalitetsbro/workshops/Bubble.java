package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.themes.Level;
import dk.kvalitetsbro.web.Bilingual;
import java.util.Optional;

/**
 * A task on the board, set by others or by the group itself.
 *
 * @param goal    the ready goal it was made from
 * @param source  where that goal is written
 * @param version counts the wordings, from 1
 * @param linked  whether the group has said how it hangs together with the core task
 */
record Bubble(
        long id,
        Level level,
        Bilingual text,
        Optional<String> goal,
        Optional<String> source,
        int version,
        boolean linked) {}
