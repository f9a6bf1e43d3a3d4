package dk.kvalitetsbro.moodle.fake;

/** What goes wrong with a launch: each is one that a tool must refuse. */
public enum LaunchFault {
    /** Signed long ago. */
    EXPIRED,
    /** The answer to another question. */
    OTHER_NONCE,
    /** For another tool. */
    OTHER_AUDIENCE,
    /** From a set-up that nobody agreed on. */
    OTHER_DEPLOYMENT,
    /** Signed with a key that the site does not show. */
    OTHER_KEY,
    /** With the algorithm none, and no signature. */
    UNSIGNED
}
