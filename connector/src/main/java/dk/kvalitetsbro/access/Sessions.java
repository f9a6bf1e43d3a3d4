package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sessions as database rows behind an opaque cookie: they survive a restart, and any node can answer. */
@ApplicationScoped
public class Sessions {
    static final Duration IDLE = Duration.ofHours(2);
    static final Duration LONGEST = Duration.ofHours(12);

    private record Row(PersonKey personKey, @Nullable Boolean noticeSuccess, @Nullable String noticeText) {}

    /**
     * One place where a person is signed in.
     *
     * @param number names it to whose it is
     */
    record Living(long number, byte[] id, OffsetDateTime begun, OffsetDateTime seen, String browser, String system) {}

    private final Jdbi jdbi;
    private final Scope scope;
    private final Clock clock;

    @Inject
    public Sessions(Jdbi jdbi, Scope scope, Clock clock) {
        this.jdbi = jdbi;
        this.scope = scope;
        this.clock = clock;
    }

    /** @return the value for the cookie, which is stored nowhere else */
    String begin(PersonKey person, Browser browser) {
        String cookie = Secret.fresh();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbi.useHandle(handle -> {
            handle.execute("delete from access.session where expires < ?", now);
            handle.createUpdate(
                            """
                            insert into access.session (id, person_key, begun, seen, expires, browser, system)
                            values (:id, :person, :now, :now, :expires, :browser, :system)""")
                    .bind("id", Secret.digest(cookie))
                    .bind("person", person)
                    .bind("now", now)
                    .bind("expires", now.plus(IDLE))
                    .bind("browser", browser.name())
                    .bind("system", browser.system())
                    .execute();
        });
        return cookie;
    }

    /** @return the living session behind a cookie, with the person's rights of today; its idle time starts again */
    public Optional<Session> find(String cookie) {
        byte[] id = Secret.digest(cookie);
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbi.withHandle(handle -> handle.createQuery(
                                """
                        update access.session
                           set expires = least(:idle, begun + make_interval(secs => :longest)), seen = :now
                         where id = :id and expires > :now
                        returning person_key, notice_success, notice_text""")
                        .bind("id", id)
                        .bind("now", now)
                        .bind("idle", now.plus(IDLE))
                        .bind("longest", LONGEST.toSeconds())
                        .mapTo(Row.class)
                        .findOne())
                .flatMap(row -> scope.actor(row.personKey(), LocalDate.now(clock))
                        .map(actor -> new Session(id, actor, notice(row))));
    }

    private static Optional<Session.Notice> notice(Row row) {
        return row.noticeText() == null
                ? Optional.empty()
                : Optional.of(new Session.Notice(Boolean.TRUE.equals(row.noticeSuccess()), row.noticeText()));
    }

    /** Ends the session behind a cookie, if there is one. */
    public void end(String cookie) {
        jdbi.useHandle(handle -> handle.execute("delete from access.session where id = ?", Secret.digest(cookie)));
    }

    /** @return where a person is signed in now, the last used first */
    List<Living> living(PersonKey person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select number, id, begun, seen, browser, system from access.session
                         where person_key = :person and expires > :now order by seen desc, number desc""")
                .bind("person", person)
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(Living.class)
                .list());
    }

    /** Ends one of a person's own sessions; another's is left alone. */
    void end(PersonKey person, long number) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from access.session where person_key = ? and number = ?", person.value(), number));
    }

    /** Ends every session of a person, on every node. */
    public void endAll(PersonKey person) {
        jdbi.useHandle(handle -> handle.execute("delete from access.session where person_key = ?", person.value()));
    }

    /** Leaves a word for the next page this session sees. */
    public void leaveNotice(Session session, Session.Notice notice) {
        jdbi.useHandle(handle -> handle.execute(
                "update access.session set notice_success = ?, notice_text = ? where id = ?",
                notice.success(),
                notice.text(),
                session.id()));
    }

    public void noticeWasShown(Session session) {
        jdbi.useHandle(handle -> handle.execute(
                "update access.session set notice_success = null, notice_text = null where id = ?", session.id()));
    }
}
