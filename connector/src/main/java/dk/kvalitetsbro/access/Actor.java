package dk.kvalitetsbro.access;

import java.util.Set;

/**
 * Who is asking, by the organisation data of the day.
 *
 * @param leads   the centres this person leads today
 * @param worksAt the centres this person is employed at today, those led included
 */
public record Actor(PersonKey key, String name, Set<Role> roles, Set<CentreCode> leads, Set<CentreCode> worksAt) {
    public Actor {
        roles = Set.copyOf(roles);
        leads = Set.copyOf(leads);
        worksAt = Set.copyOf(worksAt);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
