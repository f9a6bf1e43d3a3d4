package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.SignInStates;
import java.util.Optional;

/**
 * Both halves of a {@link SignInStates.Begun} in one text, for where whoever holds the text is believed: in a link that
 * somebody passes on, and in a form in a frame, where browsers bring no cookie.
 */
record Ticket(String state, String proof) {
    static Ticket of(SignInStates.Begun begun) {
        return new Ticket(begun.state(), begun.cookie());
    }

    static Optional<Ticket> read(String text) {
        String[] halves = text.split("\\.", -1);
        return halves.length == 2 ? Optional.of(new Ticket(halves[0], halves[1])) : Optional.empty();
    }

    String text() {
        return state + "." + proof;
    }

    /** Nothing that might be logged. */
    @Override
    public String toString() {
        return "a ticket";
    }
}
