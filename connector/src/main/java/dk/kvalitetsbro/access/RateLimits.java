package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts what is limited, in the database, so that a limit holds over all nodes together. What was used runs off evenly:
 * whoever has used a minute's worth at once gets one more as soon as there is room for it.
 */
@ApplicationScoped
public class RateLimits {
    /** For this long one line in the log stands for all that is refused to an address. */
    private static final Duration TOLD_FOR = Duration.ofHours(1);

    private static final int A_MINUTE = 60;

    private record Used(double used, boolean refused) {}

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Config config;
    private final Clock clock;

    @Inject
    public RateLimits(Jdbi jdbi, AuditLog audit, Config config, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts one, if there is room for it.
     *
     * @return how long to wait, if there is none
     */
    Optional<Duration> take(RateLimit limit, String who) {
        int most = most(limit);
        return most == 0 ? Optional.empty() : told(limit, who, most, taken(limit, who, most));
    }

    /** As {@link #take}, and counts nothing. */
    Optional<Duration> look(RateLimit limit, String who) {
        int most = most(limit);
        return most == 0 ? Optional.empty() : told(limit, who, most, used(limit, who, most));
    }

    private int most(RateLimit limit) {
        return config.getValue("limits." + limit.name(), Integer.class);
    }

    private Used taken(RateLimit limit, String who, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into access.allowance as a (gate, who, used, at)
                        values (:gate, :who, 1, :now)
                        on conflict (gate, who) do update
                           set (used, at, refused) = (
                               select case when level + 1 > :most then level else level + 1 end,
                                      greatest(a.at, :now), level + 1 > :most
                                 from access.level(a, :now, :most) level)
                        returning used, refused""")
                .bind("gate", limit.name())
                .bind("who", who)
                .bind("most", most)
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(Used.class)
                .one());
    }

    private Used used(RateLimit limit, String who, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select level as used, level + 1 > :most as refused
                          from access.allowance a, access.level(a, :now, :most) level
                         where gate = :gate and who = :who""")
                .bind("gate", limit.name())
                .bind("who", who)
                .bind("most", most)
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(Used.class)
                .findOne()
                .orElse(new Used(0, false)));
    }

    private Optional<Duration> told(RateLimit limit, String who, int most, Used used) {
        if (!used.refused()) {
            return Optional.empty();
        }
        if (isFirst(limit, who)) {
            audit.addAtTheDoor(Optional.empty(), "access.limited", who, limit.name());
        }
        double seconds = (used.used() + 1 - most) * A_MINUTE / most;
        return Optional.of(Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds))));
    }

    private boolean isFirst(RateLimit limit, String who) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbi.withHandle(handle -> handle.execute(
                        "update access.allowance set told = ? where gate = ? and who = ? and (told is null or told < ?)",
                        now,
                        limit.name(),
                        who,
                        now.minus(TOLD_FOR)))
                == 1;
    }

    /** Forgets addresses from which nothing has come for a day. */
    void forget() {
        jdbi.useHandle(handle -> handle.execute(
                "delete from access.allowance where at < ?",
                OffsetDateTime.now(clock).minusDays(1)));
    }
}
