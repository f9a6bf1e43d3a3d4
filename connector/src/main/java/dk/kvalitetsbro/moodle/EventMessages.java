package dk.kvalitetsbro.moodle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What became of the newest messages with events, for those who look after the connection. */
@ApplicationScoped
class EventMessages {
    /** A refusal for the same reason within this time is the same trouble still. */
    static final Duration SAME_TROUBLE = Duration.ofMinutes(1);

    private static final int LONGEST_DETAIL = 200;

    enum Outcome {
        ACCEPTED,
        /** Signed with another secret. */
        SIGNATURE,
        /** The clocks are too far apart, or it is a repeat of an old message. */
        AGE,
        /** From another Moodle. */
        SITE,
        /** Not understood. */
        CONTENT
    }

    /** @param detail of a refused one: seconds between the clocks, the site, what was not understood */
    record Newest(Outcome outcome, OffsetDateTime at, String detail) {}

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    EventMessages(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public void accepted() {
        keep(Outcome.ACCEPTED, "", Duration.ZERO);
    }

    /** @return whether it is news, or only what was refused a moment ago as well */
    public boolean refused(Outcome reason, String detail) {
        return keep(reason, detail, SAME_TROUBLE);
    }

    private boolean keep(Outcome outcome, String detail, Duration pause) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                insert into moodle.event_message (outcome, at, detail) values (:outcome, :now, :detail)
                                on conflict (outcome) do update set at = excluded.at, detail = excluded.detail
                                 where event_message.at <= :before""")
                        .bind("outcome", outcome)
                        .bind("now", now)
                        .bind("detail", printable(detail))
                        .bind("before", now.minus(pause))
                        .execute())
                > 0;
    }

    private static String printable(String detail) {
        String text = detail.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return text.substring(0, Math.min(text.length(), LONGEST_DETAIL));
    }

    /** @return the newest of each outcome, the newest of all first */
    public List<Newest> newest() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select outcome, at, detail from moodle.event_message order by at desc")
                        .mapTo(Newest.class)
                        .list());
    }
}
