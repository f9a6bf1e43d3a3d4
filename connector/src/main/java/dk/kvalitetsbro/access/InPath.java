package dk.kvalitetsbro.access;

import java.util.Optional;

/** What a request's path names, of which the narrower grants ask whose it is. */
record InPath(Optional<CentreCode> centre, Optional<PersonKey> person, Optional<Long> workshop) {
    static final InPath NOTHING = new InPath(Optional.empty(), Optional.empty(), Optional.empty());

    static InPath centre(CentreCode centre) {
        return new InPath(Optional.of(centre), Optional.empty(), Optional.empty());
    }

    static InPath person(PersonKey person) {
        return new InPath(Optional.empty(), Optional.of(person), Optional.empty());
    }

    static InPath workshop(CentreCode centre, long workshop) {
        return new InPath(Optional.of(centre), Optional.empty(), Optional.of(workshop));
    }
}
