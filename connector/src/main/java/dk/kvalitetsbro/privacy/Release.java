package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Optional;

/**
 * A result that may be shown, or only the fact that it may not. Only {@link Disclosure} makes a shown one, so a result
 * that nobody checked cannot be put on a page, in an export or in an interface.
 */
public sealed interface Release<T> {
    /** A result that disclosure control has let through. */
    final class Shown<T> implements Release<T> {
        private final T value;

        Shown(T value) {
            this.value = value;
        }

        public T value() {
            return value;
        }
    }

    /** @param reason why the result stays inside */
    record Withheld<T>(WithheldReason reason) implements Release<T> {}

    default boolean isShown() {
        return this instanceof Shown;
    }

    /** @return the value if it may be shown */
    default Optional<T> shown() {
        return this instanceof Shown<T> shown ? Optional.of(shown.value()) : Optional.empty();
    }

    /** @return why it is withheld, if it is */
    default Optional<WithheldReason> withheld() {
        return this instanceof Withheld<T> withheld ? Optional.of(withheld.reason()) : Optional.empty();
    }
}
