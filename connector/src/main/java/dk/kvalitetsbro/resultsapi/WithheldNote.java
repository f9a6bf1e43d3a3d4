package dk.kvalitetsbro.resultsapi;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Locale;
import java.util.Optional;

/**
 * Stands where a figure would, and says that there is none.
 *
 * @param reason {@code confidentiality}, whatever in the answers it comes of; only what follows from the place itself is
 *               told by name
 */
public record WithheldNote(String reason) {
    static WithheldNote of(WithheldReason reason) {
        return new WithheldNote(
                reason.mayBeTold() ? reason.name().toLowerCase(Locale.ROOT).replace('_', '-') : "confidentiality");
    }

    static Optional<WithheldNote> of(Release<?> release) {
        return release.withheld().map(WithheldNote::of);
    }
}
