package dk.kvalitetsbro.results;

import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.web.Denial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which round is asked for. */
@ApplicationScoped
public class RoundChoice {
    private final Rounds rounds;

    @Inject
    public RoundChoice(Rounds rounds) {
        this.rounds = rounds;
    }

    /**
     * The published round of that code, or the newest when none is named; empty while none is published.
     *
     * @throws NotFoundException if the round named is not published
     */
    Optional<Round> of(@Nullable String code) {
        return code == null || code.isEmpty()
                ? rounds.newestPublished()
                : Optional.of(rounds.published().stream()
                        .filter(round -> round.code().equals(code))
                        .findFirst()
                        .orElseThrow(NotFoundException::new));
    }

    /**
     * The published round of that code.
     *
     * @throws Denial 404 if there is none: one that is not published has no results that anybody may read
     */
    Round named(String code) {
        return rounds.published().stream()
                .filter(round -> round.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Denial(404, "results.api.noRound"));
    }
}
