package dk.kvalitetsbro.access;

import static dk.kvalitetsbro.access.Grant.Reach.ANYONE;
import static dk.kvalitetsbro.access.Grant.Reach.EVERYWHERE;
import static dk.kvalitetsbro.access.Grant.Reach.INVITED;
import static dk.kvalitetsbro.access.Grant.Reach.INVITED_WORKSHOP;
import static dk.kvalitetsbro.access.Grant.Reach.OWN_AREA;
import static dk.kvalitetsbro.access.Grant.Reach.OWN_CENTRE;
import static dk.kvalitetsbro.access.Grant.Reach.OWN_STAFF;
import static dk.kvalitetsbro.access.Grant.Reach.SIGNED_IN;
import static dk.kvalitetsbro.access.Grant.Reach.TOKEN;

import java.util.Optional;

/**
 * One reason for being let in: a role, and how far it reaches.
 *
 * @param scope of a program's token, where it is not people who are let in
 */
public record Grant(Optional<Role> role, Reach reach, Optional<ApiScope> scope) {
    /** How far. */
    public enum Reach {
        /** Also without signing in. */
        ANYONE,
        /** Everybody who is signed in, for what is their own. */
        SIGNED_IN,
        /** The role, whatever the centre or person. */
        EVERYWHERE,
        /** The centre in the path is one of the actor's own: led by a leader, worked at by staff, of the board. */
        OWN_CENTRE,
        /** The centre in the path lies today in an area that the actor leads. */
        OWN_AREA,
        /** The person in the path is employed at a centre the actor leads. */
        OWN_STAFF,
        /** The actor is invited to the centre in the path; where none is named, to the whole municipality. */
        INVITED,
        /** The actor is invited to the centre in the path, or to the one workshop there. */
        INVITED_WORKSHOP,
        /** A program whose token was made for it. */
        TOKEN
    }

    Grant(Optional<Role> role, Reach reach) {
        this(role, reach, Optional.empty());
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

    static Grant token(ApiScope scope) {
        return new Grant(Optional.empty(), TOKEN, Optional.of(scope));
    }

    static Grant ownArea() {
        return new Grant(Optional.of(Role.AREA_LEADER), OWN_AREA);
    }

    static Grant ownStaff() {
        return new Grant(Optional.of(Role.LEADER), OWN_STAFF);
    }

    static Grant invited() {
        return new Grant(Optional.of(Role.CONSULTANT), INVITED);
    }

    static Grant invitedToWorkshop() {
        return new Grant(Optional.of(Role.CONSULTANT), INVITED_WORKSHOP);
    }
}
