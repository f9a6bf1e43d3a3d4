package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.catalogue.Proposal.Change;
import dk.kvalitetsbro.catalogue.ThemeLinks.State;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Optional;

/**
 * How a course and a theme stand here and on the platform, and what follows from it. Links there that were not made from
 * here are never taken away without a decision.
 *
 * @param attached whether they are attached here
 * @param there    how the link stands there; empty when there is none
 * @param told     whether the platform was told of the attachment
 * @param declined what somebody did there and somebody here has turned down
 */
record LinkState(
        long course,
        ThemeCode theme,
        boolean attached,
        Optional<State> there,
        boolean told,
        Optional<Change> declined) {
    /** What there is to do. */
    enum Move {
        NOTHING,
        /** Both say the same. */
        AGREE,
        /** Link them there. */
        ATTACH,
        /** End the link there. */
        DETACH,
        ASK_WHETHER_TO_ADD,
        ASK_WHETHER_TO_REMOVE
    }

    /** @return whether they are linked on both sides once the move is made */
    boolean endsLinked() {
        return move() == Move.AGREE || move() == Move.ATTACH;
    }

    /** @return what was done there, should that be the question */
    Change change() {
        return attached ? Change.REMOVED : Change.ADDED;
    }

    /** @return whether somebody is to decide about it, or has turned it down and it stands there still */
    boolean isToBeDecidedOrUndone() {
        return switch (move()) {
            case ASK_WHETHER_TO_ADD, ASK_WHETHER_TO_REMOVE -> true;
            case ATTACH, DETACH -> isDeclined();
            case NOTHING, AGREE -> false;
        };
    }

    Move move() {
        return attached ? moveOfAttached() : moveOfDetached();
    }

    private Move moveOfAttached() {
        if (there.isEmpty() || there.get() == State.PROPOSED) {
            return Move.ATTACH;
        }
        if (there.get() == State.ATTACHED) {
            return Move.AGREE;
        }
        return isDeclined() ? Move.ATTACH : Move.ASK_WHETHER_TO_REMOVE;
    }

    private Move moveOfDetached() {
        if (there.isEmpty()) {
            return Move.NOTHING;
        }
        return switch (there.get()) {
            case PROPOSED -> isDeclined() ? Move.DETACH : Move.ASK_WHETHER_TO_ADD;
            case ATTACHED -> told || isDeclined() ? Move.DETACH : Move.ASK_WHETHER_TO_ADD;
            case REMOVED -> told ? Move.DETACH : Move.NOTHING;
        };
    }

    private boolean isDeclined() {
        return declined.equals(Optional.of(change()));
    }
}
