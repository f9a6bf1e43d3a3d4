package dk.kvalitetsbro.access;

import java.util.Optional;

/**
 * A signed-in person's session, as its row in the database has it.
 *
 * @param id     the row's key: the digest of the cookie, so that the table alone lets nobody in
 * @param notice what the last action has to tell on the next page
 */
public record Session(byte[] id, Actor actor, Optional<Notice> notice) {
    /** @param success whether what was asked for happened */
    public record Notice(boolean success, String text) {}
}
