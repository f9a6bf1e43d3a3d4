package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.web.Refusal;

/** What happens when two change the same thing at once: the second is told, and nothing of the first is lost. */
final class Meanwhile {
    private Meanwhile() {}

    /** @throws Refusal when the thing was no longer as it had been shown */
    static void refuseUnless(boolean asShown) {
        if (!asShown) {
            throw new Refusal("workshops.changedMeanwhile");
        }
    }
}
