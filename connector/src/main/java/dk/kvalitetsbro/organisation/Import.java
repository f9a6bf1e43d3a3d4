package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.PersonKey;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that somebody uploaded, what it would do or did, and where it stands.
 *
 * @param problemCount problems in all, of which the first are stored
 * @param applied      when it was imported
 */
public record Import(
        long id,
        String kind,
        Optional<String> round,
        String fileName,
        OffsetDateTime uploaded,
        PersonKey byWhom,
        State state,
        long added,
        long changed,
        long unchanged,
        long problemCount,
        Optional<OffsetDateTime> applied) {

    /** Where an uploaded file stands. */
    public enum State {
        /** Without problems, waiting for somebody to say yes. */
        READY("info"),
        /** With problems; a corrected file is a new upload. */
        PROBLEMS("warning"),
        DONE("success"),
        /** Nobody said yes in time, and the file is gone. */
        EXPIRED("info");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        /** @return the design system's name for a message of this kind, and for its icon */
        public String tone() {
            return tone;
        }

        /** @return the state as page attributes write it */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return whether importing it changes anything */
    public boolean changesAnything() {
        return added > 0 || changed > 0;
    }
}
