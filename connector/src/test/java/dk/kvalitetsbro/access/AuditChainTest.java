package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditVerification.Breach;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chain of the audit log, which somebody with all rights in the database tampers with. */
class AuditChainTest {
    private static final String KEY = "a key that only these tests know of";

    private final Jdbi jdbi = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock();
    private final AuditLog audit = new AuditLog(jdbi, SignedIn.as("karen", Role.LEADER), clock);
    private final AuditChain chain = chain(Optional.of(KEY), Optional.empty());

    @BeforeEach
    void ten_lines() {
        write(10);
    }

    @Test
    void an_untouched_chain_is_whole_and_what_it_comes_to_is_signed() {
        chain.seal();
        write(5);

        AuditVerification found = chain.verify();

        assertTrue(found.isWhole(), found.toString());
        assertEquals(15, found.lines());
        assertEquals(1, found.checkpoints());
        assertEquals(Optional.of(found.at()), chain.latest().map(AuditVerification::at));
    }

    @Test
    void a_long_chain_takes_its_places_in_portions() {
        jdbi.useHandle(handle -> handle.execute(
                """
                insert into access.audit (at, actor, action, subject, detail)
                select ?, 'karen', 'record.read', 'S' || n, '' from generate_series(1, 11000) n""",
                OffsetDateTime.now(clock)));

        assertEquals(11_010, chain.verify().lines());
        assertTrue(chain.verify().isWhole());
    }

    @Test
    void every_field_of_a_line_counts() {
        chain.seal();
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "actor = 'ole'",
                "action = 'log.read'",
                "subject = subject || 'x'",
                "detail = 'x'",
                "hash = '\\x00'")) {
            assertEquals(
                    broken(4, Breach.CHANGED),
                    afterTampering("update access.audit set " + change + " where place = 4"));
        }
    }

    @Test
    void texts_do_not_run_into_each_other() {
        chain.seal();
        assertEquals(
                broken(4, Breach.CHANGED),
                afterTampering("update access.audit set actor = actor || left(action, 1), action = substr(action, 2)"
                        + " where place = 4"));
    }

    @Test
    void a_line_that_is_gone_is_missed() {
        chain.seal();
        assertEquals(broken(4, Breach.MISSING), afterTampering("delete from access.audit where place = 4"));
        assertEquals(broken(4, Breach.BEGINNING), afterTampering("delete from access.audit where place <= 3"));
    }

    @Test
    void lines_gone_from_the_end_are_missed_once_something_after_them_was_signed() {
        chain.seal();
        assertEquals(broken(9, Breach.MISSING), afterTampering("delete from access.audit where place > 8"));
    }

    @Test
    void all_lines_gone_are_missed() {
        chain.seal();
        assertEquals(broken(1, Breach.MISSING), afterTampering("delete from access.audit"));
    }

    @Test
    void a_line_put_in_between_does_not_fit() {
        chain.seal();
        assertEquals(
                broken(5, Breach.CHANGED),
                afterTampering(
                        """
                        alter table access.audit drop constraint audit_place_key;
                        update access.audit set place = place + 1 where place > 4;
                        insert into access.audit (at, actor, action, subject, detail, place, hash)
                        select at, actor, action, 'S99', detail, 5, hash from access.audit where place = 4"""));
    }

    @Test
    void two_lines_that_changed_places_do_not_fit() {
        chain.seal();
        assertEquals(
                broken(4, Breach.CHANGED),
                afterTampering(
                        """
                        alter table access.audit drop constraint audit_place_key;
                        update access.audit set place = 9 - place where place in (4, 5)"""));
    }

    @Test
    void a_line_that_says_it_is_older_than_those_before_it_was_put_in_later() {
        chain.seal();
        clock.move(Duration.ofDays(3));
        write(1);
        jdbi.useHandle(handle -> handle.execute(
                "insert into access.audit (at, actor, action, subject, detail) values (?, 'ole', 'log.read', '', '')",
                OffsetDateTime.now(clock).minusDays(2)));

        assertEquals(broken(12, Breach.BACKDATED), found(chain.verify()));
    }

    @Test
    void a_chain_made_anew_without_the_key_does_not_come_to_what_was_signed() {
        chain.seal();
        tamper(
                "update access.audit set detail = 'x' where place = 4; update access.audit set place = null, hash = null");
        assertEquals(broken(10, Breach.CHECKPOINT), found(chain.verify()));
    }

    @Test
    void a_checkpoint_signed_with_another_key_is_none() {
        chain.seal();
        AuditChain stranger = chain(Optional.of("some other key, just as long as ours"), Optional.empty());
        assertEquals(broken(10, Breach.CHECKPOINT), found(stranger.verify()));

        AuditChain successor = chain(Optional.of("some other key, just as long as ours"), Optional.of(KEY));
        assertTrue(successor.verify().isWhole());
    }

    @Test
    void nobody_changes_or_deletes_a_line_by_mistake_the_owner_included() {
        chain.seal();
        for (String attempt : List.of(
                "update access.audit set detail = 'x'",
                "update access.audit set place = place + 100",
                "update access.audit set place = null, hash = null",
                "delete from access.audit",
                "truncate access.audit",
                "set session_replication_role = replica; delete from access.audit",
                "set kvalitetsbro.kept_after = '10'; delete from access.audit",
                "delete from access.audit_checkpoint",
                "update access.audit_checkpoint set hash = '\\x00'",
                "truncate access.audit_checkpoint")) {
            assertThrows(RuntimeException.class, () -> run(attempt), attempt);
        }
        write(1);
        assertThrows(
                RuntimeException.class,
                () -> run("update access.audit set place = 11, hash = '\\x00', detail = 'x' where place is null"));
        assertTrue(chain.verify().isWhole());
    }

    @Test
    void old_lines_are_deleted_and_the_rest_still_hangs_on_what_they_came_to() {
        clock.move(Duration.ofDays(10));
        write(5);

        assertEquals(10, chain.forgetBefore(OffsetDateTime.now(clock).minusDays(1)));

        AuditVerification found = chain.verify();
        assertTrue(found.isWhole(), found.toString());
        assertEquals(11, found.firstPlace());
        assertEquals(5, found.lines());
        assertEquals(
                broken(11, Breach.BEGINNING),
                afterTampering("update access.audit_checkpoint set signature = '\\x00' where beginning"));
        assertEquals(
                broken(11, Breach.CHANGED), afterTampering("update access.audit set subject = 'x' where place = 11"));
        assertEquals(broken(12, Breach.BEGINNING), afterTampering("delete from access.audit where place = 11"));
    }

    @Test
    void an_ordinary_checkpoint_does_not_allow_lines_to_go() {
        chain.seal();
        write(5);
        chain.verify();
        assertEquals(broken(11, Breach.BEGINNING), afterTampering("delete from access.audit where place <= 10"));
        assertEquals(
                broken(11, Breach.BEGINNING),
                afterTampering("delete from access.audit where place <= 10;"
                        + " update access.audit_checkpoint set beginning = true"));
    }

    @Test
    void when_every_line_was_too_old_the_chain_goes_on_where_it_ended() {
        clock.move(Duration.ofDays(10));
        assertEquals(10, chain.forgetBefore(OffsetDateTime.now(clock)));
        assertTrue(chain.verify().isWhole());

        write(2);

        AuditVerification found = chain.verify();
        assertTrue(found.isWhole(), found.toString());
        assertEquals(11, found.firstPlace());
    }

    @Test
    void nothing_is_deleted_without_a_key_or_from_a_broken_chain() {
        clock.move(Duration.ofDays(10));
        assertEquals(0, chain(Optional.empty(), Optional.empty()).forgetBefore(OffsetDateTime.now(clock)));

        tamper("update access.audit set detail = 'x' where place = 4");
        assertEquals(0, chain.forgetBefore(OffsetDateTime.now(clock)));
    }

    @Test
    void a_transaction_that_takes_long_finds_its_place_later_and_makes_nobody_wait() {
        try (Handle slow = jdbi.open()) {
            slow.begin();
            slow.execute(
                    "insert into access.audit (at, actor, action, subject, detail) values (?, 'ole', 'log.read', '', '')",
                    OffsetDateTime.now(clock));
            write(5);
            assertEquals(15, chain.verify().lines());
            slow.commit();
        }
        AuditVerification found = chain.verify();
        assertTrue(found.isWhole(), found.toString());
        assertEquals(16, found.lines());
    }

    @Test
    void a_key_that_could_be_guessed_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new AuditKey(Optional.of("secret"), Optional.empty()));
    }

    private record Broken(Optional<Long> at, Optional<Breach> breach) {}

    private static Broken broken(long place, Breach breach) {
        return new Broken(Optional.of(place), Optional.of(breach));
    }

    private static Broken found(AuditVerification verification) {
        return new Broken(verification.brokenAt(), verification.breach());
    }

    private AuditChain chain(Optional<String> key, Optional<String> previous) {
        return new AuditChain(jdbi, new AuditKey(key, previous), clock);
    }

    private void write(int lines) {
        IntStream.range(0, lines).forEach(n -> audit.add("record.read", "S" + n, "detail " + n));
    }

    /** What is found after tampering, which is undone again. */
    private Broken afterTampering(String script) {
        return jdbi.inTransaction(handle -> {
            open(handle);
            handle.createScript(script).execute();
            AuditVerification found = new AuditWalk(handle, new AuditKey(Optional.of(KEY), Optional.empty()))
                    .found(OffsetDateTime.now(clock));
            handle.rollback();
            return found(found);
        });
    }

    private void tamper(String script) {
        chain.seal();
        jdbi.useTransaction(handle -> {
            open(handle);
            handle.createScript(script).execute();
            handle.execute("alter table access.audit enable always trigger only_added");
        });
    }

    private static void open(Handle handle) {
        handle.execute("alter table access.audit disable trigger only_added");
        handle.execute("alter table access.audit_checkpoint disable trigger only_added");
    }

    private void run(String script) {
        jdbi.useTransaction(handle -> handle.createScript(script).execute());
    }
}
