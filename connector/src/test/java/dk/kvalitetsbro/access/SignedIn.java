package dk.kvalitetsbro.access;

import java.util.Optional;
import java.util.Set;

/** Somebody is signed in, for tests of services that ask who. */
public final class SignedIn {
    private SignedIn() {}

    public static CurrentActor as(Actor actor) {
        CurrentActor current = new CurrentActor();
        current.set(new Session(new byte[32], actor, Optional.empty()));
        return current;
    }

    /** @return a request's actor with this key and these roles, employed nowhere */
    public static CurrentActor as(String key, Role... roles) {
        return as(new Actor(new PersonKey(key), key, Set.of(roles), Set.of(), Set.of()));
    }

    public static CurrentActor asAdministration() {
        return as("anne", Role.ADMINISTRATION);
    }

    /** @param centre the one centre that the leader leads */
    public static CurrentActor asLeaderOf(CentreCode centre) {
        return as(new Actor(new PersonKey("karen"), "Karen", Set.of(Role.LEADER), Set.of(centre), Set.of(centre)));
    }
}
