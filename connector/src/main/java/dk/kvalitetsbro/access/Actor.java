package dk.kvalitetsbro.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is asking, by the organisation data of the day.
 *
 * @param places  the roles that follow from employments and offices, each with its centres: worked at by staff, led by
 *                leaders, in the area of area leaders, of the board; none for roles that have no centre
 * @param invited the invitations that hold today
 */
public record Actor(PersonKey key, String name, Map<Role, Set<CentreCode>> places, Set<Invited> invited) {
    public Actor {
        places = places.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, place -> Set.copyOf(place.getValue())));
        invited = Set.copyOf(invited);
    }

    /** Somebody with these roles and nowhere else than at these centres. */
    public Actor(PersonKey key, String name, Set<Role> roles, Set<CentreCode> leads, Set<CentreCode> worksAt) {
        this(
                key,
                name,
                roles.stream()
                        .collect(toUnmodifiableMap(
                                role -> role,
                                role -> role == Role.LEADER ? leads : role == Role.STAFF ? worksAt : Set.of())),
                Set.of());
    }

    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(places.keySet());
        invited.forEach(invitation -> roles.add(invitation.role()));
        return roles;
    }

    public boolean is(Role role) {
        return roles().contains(role);
    }

    /** The centres that are the person's own in a role. */
    public Set<CentreCode> centresAs(Role role) {
        return places.getOrDefault(role, Set.of());
    }

    /** The centres this person leads today. */
    public Set<CentreCode> leads() {
        return centresAs(Role.LEADER);
    }

    /** The centres this person is employed at today, those led included. */
    public Set<CentreCode> worksAt() {
        Set<CentreCode> centres = new HashSet<>(centresAs(Role.STAFF));
        centres.addAll(leads());
        return centres;
    }
}
