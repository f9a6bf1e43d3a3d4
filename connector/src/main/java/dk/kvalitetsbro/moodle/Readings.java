package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** When Moodle was last read, and how that went. */
@ApplicationScoped
class Readings {
    /** What is read. */
    enum Subject {
        COURSES,
        COMPLETIONS,
        THEMES
    }

    /**
     * The newest readings of a subject.
     *
     * @param found   what the last successful one found
     * @param trouble why the last failed one failed, in the client's words or by the key of a text
     * @param wanted  when Moodle told of a change that none of them has seen
     */
    record Reading(
            Optional<OffsetDateTime> succeeded,
            int found,
            Optional<OffsetDateTime> failed,
            Optional<String> trouble,
            Optional<OffsetDateTime> wanted) {
        static final Reading NONE =
                new Reading(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

        boolean lastOneFailed() {
            return failed.isPresent()
                    && succeeded.map(success -> success.isBefore(failed.get())).orElse(true);
        }
    }

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Readings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public void succeeded(Subject subject, int found) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into moodle.reading (subject, succeeded, found) values (:subject, :now, :found)
                        on conflict (subject) do update set succeeded = excluded.succeeded, found = excluded.found""")
                .bind("subject", subject)
                .bind("now", OffsetDateTime.now(clock))
                .bind("found", found)
                .execute());
    }

    public void failed(Subject subject, RuntimeException trouble) {
        failed(subject, trouble instanceof Refusal refusal ? refusal.key() : String.valueOf(trouble.getMessage()));
    }

    public void failed(Subject subject, String trouble) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into moodle.reading (subject, failed, trouble) values (:subject, :now, :trouble)
                        on conflict (subject) do update set failed = excluded.failed, trouble = excluded.trouble""")
                .bind("subject", subject)
                .bind("now", OffsetDateTime.now(clock))
                .bind("trouble", trouble)
                .execute());
    }

    /** Forgets how it went: there is nothing to read any more. */
    public void forget(Subject subject) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from moodle.reading where subject = :subject")
                .bind("subject", subject)
                .execute());
    }

    /** Notes that there is something new to read. */
    public void want(Subject subject) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into moodle.reading (subject, wanted) values (:subject, :now)
                        on conflict (subject) do update set wanted = excluded.wanted""")
                .bind("subject", subject)
                .bind("now", OffsetDateTime.now(clock))
                .execute());
    }

    /** Notes that what was new before a reading began has been read. */
    public void satisfied(Subject subject, OffsetDateTime begun) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update moodle.reading set wanted = null where subject = :subject and wanted < :begun")
                .bind("subject", subject)
                .bind("begun", begun)
                .execute());
    }

    public Reading newest(Subject subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select succeeded, found, failed, trouble, wanted from moodle.reading where subject = :subject")
                        .bind("subject", subject)
                        .mapTo(Reading.class)
                        .findOne())
                .orElse(Reading.NONE);
    }
}
