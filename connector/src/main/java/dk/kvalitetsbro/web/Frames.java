package dk.kvalitetsbro.web;

import java.util.Set;

/**
 * Which other sites may show the pages made for it ({@link Framed}) in a frame, and get what is sent from there. Each bean
 * of this kind adds to them; without one there are none.
 */
public interface Frames {
    /** @return such as {@code https://moodle.example.dk}, as browsers write an origin */
    Set<String> origins();
}
