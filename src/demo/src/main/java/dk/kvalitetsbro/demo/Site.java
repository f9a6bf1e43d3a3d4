package dk.kvalitetsbro.demo;

/**
 * A centre and how many belong to it.
 *
 * @param children   aged 4-5, in the round of 2019; of a closed centre, in its last round
 * @param pedagogues employed
 * @param assistants pedagogical assistants employed
 */
record Site(Centre centre, int children, int pedagogues, int assistants) {
    /** Pedagogues who each answer for some five children. */
    int contactPedagogues(int childrenInRound) {
        return Math.max(1, Math.round(childrenInRound / 5f));
    }
}
