package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is done every night to the audit log, and every few seconds on each node. */
class AuditTimerTest {
    private static final int DAYS = 30;
    private static final Optional<AuditVerification.Breach> CHANGED = Optional.of(AuditVerification.Breach.CHANGED);

    private final Jdbi jdbi = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock();
    private final AuditLog audit = new AuditLog(jdbi, SignedIn.as("karen", Role.LEADER), clock);
    private final AuditChain chain = chain();
    private final AuditTimer timer = new AuditTimer(chain, clock, DAYS);

    @Test
    void lines_are_kept_for_so_many_days_and_gone_the_night_after() {
        audit.add("record.read", "S1", "");
        clock.move(Duration.ofDays(DAYS));
        timer.verifyAndForget();
        assertEquals(1, lines());

        clock.move(Duration.ofDays(1));
        audit.add("record.read", "S2", "");
        timer.verifyAndForget();
        assertEquals(1, lines());
        assertTrue(chain.verify().isWhole());
    }

    @Test
    void a_broken_log_is_found_at_night_and_nothing_of_it_is_deleted() {
        breakWith(timer);
        clock.move(Duration.ofDays(DAYS + 1));

        timer.verifyAndForget();

        assertEquals(CHANGED, chain.latest().flatMap(AuditVerification::breach));
        assertEquals(1, lines());
    }

    @Test
    void a_broken_log_is_found_at_night_without_a_key_too() {
        var keyless = new AuditTimer(
                new AuditChain(jdbi, new AuditKey(Optional.empty(), Optional.empty()), clock), clock, DAYS);
        breakWith(keyless);

        keyless.verifyAndForget();

        assertEquals(CHANGED, chain.latest().flatMap(AuditVerification::breach));
    }

    /** Changes a line that has its place. */
    private void breakWith(AuditTimer sealing) {
        audit.add("record.read", "S1", "");
        sealing.seal();
        jdbi.useTransaction(handle -> {
            handle.execute("alter table access.audit disable trigger only_added");
            handle.execute("update access.audit set subject = 'S2'");
            handle.execute("alter table access.audit enable always trigger only_added");
        });
    }

    @Test
    void a_checkpoint_is_made_once_an_hour() {
        for (int minutes = 0; minutes <= 90; minutes += 10) {
            audit.add("record.read", "S" + minutes, "");
            timer.seal();
            clock.move(Duration.ofMinutes(10));
        }

        assertEquals(2, count("select count(*) from access.audit_checkpoint"));
    }

    @Test
    void nodes_that_seal_at_the_same_time_give_each_line_one_place_and_none_fails() throws Exception {
        List<AuditChain> nodes = List.of(chain(), chain());
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> work = IntStream.range(0, 120)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        if (n % 3 == 0) {
                            audit.add("record.read", "S" + n, "");
                        } else {
                            jdbi.useTransaction(handle -> nodes.get(n % 2).seal());
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        AuditVerification found = chain.verify();
        assertTrue(found.isWhole(), found.toString());
        assertEquals(40, found.lines());
    }

    private AuditChain chain() {
        return new AuditChain(
                jdbi, new AuditKey(Optional.of("a key that only these tests know of"), Optional.empty()), clock);
    }

    private long lines() {
        return count("select count(*) from access.audit");
    }

    private long count(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
