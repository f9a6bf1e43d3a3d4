package dk.kvalitetsbro.surveys;

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
    public Optional<Round> of(@Nullable String code) {
        return code == null || code.isEmpty()
                ? rounds.newestPublished()
                : Optional.of(rounds.published(code).orElseThrow(NotFoundException::new));
    }
}
