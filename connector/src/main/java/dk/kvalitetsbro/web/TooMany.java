package dk.kvalitetsbro.web;

import java.time.Duration;
import java.util.Optional;

/** More was asked for than is allowed in the time; waiting helps. */
public final class TooMany extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooMany(Duration wait) {
        super("web.tooMany", wait.toSeconds());
        this.wait = wait;
    }

    @Override
    int status() {
        return Problem.Kind.TOO_MANY.status();
    }

    @Override
    Optional<Duration> tryAgainAfter() {
        return Optional.of(wait);
    }
}
