package dk.kvalitetsbro.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An organisation of a few people who work nowhere in particular. */
final class Employed implements Scope {
    private final Set<PersonKey> people;

    Employed(PersonKey... people) {
        this.people = new HashSet<>(Set.of(people));
    }

    void leaves(PersonKey person) {
        people.remove(person);
    }

    @Override
    public Optional<Actor> actor(PersonKey person, LocalDate day) {
        return Optional.of(new Actor(person, person.value(), Set.of(Role.STAFF), Set.of(), Set.of()))
                .filter(actor -> people.contains(person));
    }

    @Override
    public Set<CentreCode> centresOf(PersonKey person, LocalDate day) {
        return Set.of();
    }

    @Override
    public Map<String, String> names(Collection<String> keys) {
        return Map.of();
    }
}
