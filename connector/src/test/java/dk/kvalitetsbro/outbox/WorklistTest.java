package dk.kvalitetsbro.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.outbox.Outcome.Delivered;
import dk.kvalitetsbro.outbox.Outcome.Parked;
import dk.kvalitetsbro.outbox.Outcome.TryLater;
import dk.kvalitetsbro.web.Bilingual;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class WorklistTest {
    private static final String KIND = "enrolment";
    private static final int MANY = 219;

    private final Jdbi jdbi = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock();
    private final FiredEvents<Outbox.Due> due = new FiredEvents<>();
    private final Outbox outbox = new Outbox(jdbi, clock, due);
    private final AuditLog audit = new AuditLog(jdbi, SignedIn.as("jonas", Role.HR), clock);
    private final ScriptedDelivery owner =
            new ScriptedDelivery(KIND, entry -> new Parked("reason." + entry.payload(), entry.key()));
    private final Worklist worklist = new Worklist(jdbi, List.of(owner), audit, clock, due);

    WorklistTest() {
        outbox.addAll(
                KIND,
                IntStream.range(0, MANY)
                        .mapToObj(i -> new Outbox.Item("old" + i, "old"))
                        .toList());
        round(owner);
        clock.move(Duration.ofHours(1));
        outbox.add(KIND, "new", "new");
        round(owner);
    }

    @Test
    void a_new_cause_is_seen_beside_however_many_problems_with_an_old_one() {
        List<Worklist.Group> groups = worklist.groups();

        assertEquals(
                List.of("reason.old", "reason.new"),
                groups.stream().map(group -> group.oldest().reasonKey()).toList());
        assertEquals(MANY, groups.get(0).problems().size());
        assertEquals(Worklist.SHOWN, groups.get(0).shown().size());
        assertEquals(MANY - Worklist.SHOWN, groups.get(0).more());
        assertEquals(0, groups.get(1).more());
    }

    @Test
    void all_with_one_cause_are_tried_again_at_once_and_no_others() {
        long any = worklist.groups().get(0).problems().get(7).id();

        assertEquals(MANY, worklist.retryGroup(any));

        assertEquals(0, worklist.retryGroup(any));
        assertEquals(
                List.of("reason.new"),
                worklist.groups().stream()
                        .map(group -> group.oldest().reasonKey())
                        .toList());
        round(new ScriptedDelivery(KIND, entry -> new Delivered()));
        assertEquals(0, outbox.queue().waiting());
        assertEquals("outbox.retried", audit.newest("old3", 1).get(0).action());
    }

    @Test
    void the_same_cause_with_something_else_is_left_alone() {
        var elsewhere = new ScriptedDelivery("message", entry -> new Parked("reason.old", entry.key()));
        outbox.add("message", "old0", "old");
        round(elsewhere);
        var both = new Worklist(jdbi, List.of(new ByPayload(), elsewhere), audit, clock, due);
        outbox.add(KIND, "other", "elsewhere");
        round(new ScriptedDelivery(KIND, entry -> new Parked("reason.old", entry.key())));
        long any = both.groups().get(0).problems().get(7).id();

        assertEquals(MANY, both.retryGroup(any));

        assertEquals(
                List.of("reason.new 1", "reason.old 1", "reason.old 1"),
                both.groups().stream()
                        .map(group -> group.oldest().reasonKey() + " "
                                + group.problems().size())
                        .sorted()
                        .toList());
    }

    @Test
    void what_is_set_aside_while_it_is_under_way_keeps_its_reason() {
        outbox.add(KIND, "late", "late");
        round(new ScriptedDelivery(KIND, entry -> {
            outbox.parkAll(KIND, List.of(new Outbox.Stuck("late", new Parked("reason.lost", "why"))));
            return new TryLater("no answer");
        }));

        assertEquals(
                List.of("why"),
                worklist.groups().stream()
                        .map(Worklist.Group::oldest)
                        .filter(problem -> problem.reasonKey().equals("reason.lost"))
                        .map(Worklist.Problem::detail)
                        .toList());
    }

    private void round(Delivery delivery) {
        new Courier(List.of(delivery), new Leases(jdbi, clock, new Backoff()), clock).deliverDue();
    }

    /** Its entries are about what their payload says. */
    private static final class ByPayload extends ScriptedDelivery {
        ByPayload() {
            super(KIND, entry -> new Delivered());
        }

        @Override
        public Map<Long, About> describe(List<Entry> entries) {
            return entries.stream().collect(Collectors.toMap(Entry::id, entry -> {
                var topic = new Bilingual(entry.payload(), entry.payload());
                return new About(topic, topic);
            }));
        }
    }
}
