package dk.kvalitetsbro.access;

import static dk.kvalitetsbro.access.Grant.Reach.ANYONE;
import static dk.kvalitetsbro.access.Grant.Reach.EVERYWHERE;
import static dk.kvalitetsbro.access.Grant.Reach.OWN_CENTRE;
import static dk.kvalitetsbro.access.Grant.Reach.OWN_STAFF;
import static dk.kvalitetsbro.access.Grant.Reach.SIGNED_IN;

import java.util.Optional;

/** One reason for being let in: a role, and how far it reaches. */
record Grant(Optional<Role> role, Reach reach) {
    enum Reach {
        /** Also without signing in. */
        ANYONE,
        /** Everybody who is signed in, for what is their own. */
        SIGNED_IN,
        /** The role, whatever the centre or person. */
        EVERYWHERE,
        /** The centre in the path is one of the actor's own: led by a leader, worked at by staff. */
        OWN_CENTRE,
        /** The person in the path is employed at a centre the actor leads. */
        OWN_STAFF
    }

    static Grant anyone() {
        return new Grant(Optional.empty(), ANYONE);
    }

    static Grant signedIn() {
        return new Grant(Optional.empty(), SIGNED_IN);
    }

    static Grant all(Role role) {
        return new Grant(Optional.of(role), EVERYWHERE);
    }

    static Grant ownCentre(Role role) {
        return new Grant(Optional.of(role), OWN_CENTRE);
    }

    static Grant ownStaff() {
        return new Grant(Optional.of(Role.LEADER), OWN_STAFF);
    }
}
