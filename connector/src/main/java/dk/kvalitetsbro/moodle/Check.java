package dk.kvalitetsbro.moodle;

/**
 * One thing looked at, as the page shows it.
 *
 * @param name    what was looked at
 * @param finding what was found
 * @param remedy  what to do about it; empty when nothing has to be done
 */
public record Check(State state, String name, String finding, String remedy) {
    /** How it stands; the page has an icon and a word for each. */
    public enum State {
        SOUND,
        /** It works, but somebody should look at it. */
        LOOK,
        BROKEN,
        /** Something before it is broken. */
        NOT_CHECKED
    }
}
