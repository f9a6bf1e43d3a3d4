package dk.kvalitetsbro.moodle.fake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Trouble of every kind, the same for the same seed as long as calls come one after another. */
public final class RandomFaults {
    private static final List<Fault> KINDS = List.of(
            new Fault.CutBefore(),
            new Fault.CutAfter(),
            new Fault.HalfReply(),
            new Fault.PageAfter(504),
            new Fault.Slow(Duration.ofSeconds(20)),
            new Fault.Hang(Duration.ofSeconds(90)),
            Fault.html(502),
            Fault.unavailable(Duration.ofSeconds(30)),
            Fault.exception(
                    "core\\exception\\moodle_exception",
                    "upgraderunning",
                    "Site is being upgraded, please retry later."),
            Fault.exception(
                    "dml_connection_exception", "dbconnectionfailed", "<p>Error: Database connection failed</p>"),
            Fault.writeConflict());

    private final Random random;
    private final double share;

    private RandomFaults(long seed, double share) {
        this.random = new Random(seed);
        this.share = share;
    }

    /** @param share of the calls that meet a fault, from 0 to 1 */
    public static RandomFaults seeded(long seed, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Not a share: " + share);
        }
        return new RandomFaults(seed, share);
    }

    Optional<Fault> next() {
        return random.nextDouble() < share ? Optional.of(KINDS.get(random.nextInt(KINDS.size()))) : Optional.empty();
    }
}
