package dk.kvalitetsbro.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.outbox.Leases.Lease;
import dk.kvalitetsbro.outbox.Outcome.Delivered;
import dk.kvalitetsbro.outbox.Outcome.Parked;
import dk.kvalitetsbro.outbox.Outcome.TryLater;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final String KIND = "enrolment";

    private final Jdbi jdbi = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock();
    private final FiredEvents<Outbox.Due> due = new FiredEvents<>();
    private final Outbox outbox = new Outbox(jdbi, clock, due);
    private final Leases leases = new Leases(jdbi, clock, new Backoff());
    private final AuditLog audit = new AuditLog(jdbi, SignedIn.as("jonas", Role.HR), clock);

    @Test
    void what_is_added_is_delivered_once() {
        outbox.add(KIND, "a", "maja");
        var moodle = new ScriptedDelivery(KIND, entry -> new Delivered());

        round(moodle);
        round(moodle);

        assertEquals(List.of("a"), moodle.keysSeen());
        assertEquals(Map.of("a", "DELIVERED"), states());
    }

    @Test
    void the_same_key_twice_is_one_entry_also_after_its_delivery() {
        outbox.add(KIND, "a", "maja");
        round(new ScriptedDelivery(KIND, entry -> new Delivered()));

        outbox.addAll(KIND, List.of(new Outbox.Item("a", "karen"), new Outbox.Item("b", "jonas")));

        assertEquals(Map.of("a", "DELIVERED", "b", "WAITING"), states());
    }

    @Test
    void nothing_is_left_of_an_entry_whose_transaction_was_rolled_back() {
        assertThrows(
                IllegalStateException.class,
                () -> jdbi.useTransaction(handle -> {
                    outbox.add(KIND, "a", "maja");
                    throw new IllegalStateException("the assignment could not be saved");
                }));

        assertEquals(Map.of(), states());
    }

    @Test
    void adding_tells_the_courier_and_adding_nothing_does_not() {
        outbox.addAll(KIND, List.of());
        assertEquals(0, due.all().size());

        outbox.add(KIND, "a", "maja");
        assertEquals(1, due.all().size());
    }

    @Test
    void what_cannot_be_delivered_now_is_tried_again_later_and_less_and_less_often() {
        outbox.add(KIND, "a", "maja");
        var down = new ScriptedDelivery(KIND, entry -> new TryLater("down"));

        round(down);
        round(down);
        assertEquals(1, down.keysSeen().size());

        clock.move(Backoff.FIRST);
        round(down);
        clock.move(Backoff.FIRST.dividedBy(2));
        round(down);
        assertEquals(2, down.keysSeen().size());
        assertEquals(Optional.of("down"), outbox.queue().trouble());
    }

    @Test
    void an_entry_the_deliverer_told_nothing_of_is_tried_again() {
        outbox.add(KIND, "a", "maja");
        new Courier(List.of(new SilentDelivery()), leases, clock).deliverDue();

        clock.move(Backoff.LONGEST);
        var moodle = new ScriptedDelivery(KIND, entry -> new Delivered());
        round(moodle);

        assertEquals(List.of("a"), moodle.keysSeen());
    }

    @Test
    void an_entry_that_breaks_its_deliverer_holds_up_none_of_the_others() {
        IntStream.range(0, 20).forEach(i -> outbox.add(KIND, "k" + i, "p" + i));
        var brittle = new ScriptedDelivery(KIND, entry -> {
            if (entry.key().equals("k7")) {
                throw new IllegalStateException("cannot read the payload");
            }
            return new Delivered();
        });

        round(brittle);

        var states = states();
        assertEquals("WAITING", states.remove("k7"));
        assertEquals(Set.of("DELIVERED"), Set.copyOf(states.values()));
    }

    @Test
    void an_entry_that_keeps_breaking_its_deliverer_is_parked_where_people_see_it() {
        outbox.add(KIND, "a", "maja");
        var broken = new ScriptedDelivery(KIND, entry -> {
            throw new IllegalStateException("cannot read the payload");
        });

        for (int i = 0; i < Courier.MOST_BREAKDOWNS; i++) {
            assertEquals(Map.of("a", "WAITING"), states());
            round(broken);
            clock.move(Backoff.LONGEST);
        }

        assertEquals(Map.of("a", "PARKED"), states());
    }

    @Test
    void trouble_with_one_kind_leaves_the_others_alone() {
        outbox.add("letter", "a", "maja");
        outbox.add(KIND, "b", "karen");
        var broken = new ScriptedDelivery("letter", entry -> {
            throw new IllegalStateException("no post today");
        });
        var moodle = new ScriptedDelivery(KIND, entry -> new Delivered());

        new Courier(List.of(broken, moodle), leases, clock).deliverDue();

        assertEquals(List.of("b"), moodle.keysSeen());
    }

    @Test
    void what_a_dead_node_had_taken_comes_back_when_its_lease_ends() {
        outbox.add(KIND, "a", "maja");
        leases.take(KIND, 10);
        var moodle = new ScriptedDelivery(KIND, entry -> new Delivered());

        round(moodle);
        assertEquals(List.of(), moodle.keysSeen());

        clock.move(Leases.LENGTH);
        round(moodle);
        assertEquals(List.of("a"), moodle.keysSeen());
    }

    @Test
    void two_nodes_never_take_the_same_entry() {
        IntStream.range(0, 50).forEach(i -> outbox.add(KIND, "k" + i, "p" + i));

        Lease one = leases.take(KIND, 30);
        Lease other = leases.take(KIND, 30);

        assertEquals(30, one.entries().size());
        assertEquals(20, other.entries().size());
        assertTrue(ids(one).stream().noneMatch(ids(other)::contains));
    }

    @Test
    void entries_that_another_node_is_taking_at_this_moment_are_passed_over() {
        outbox.add(KIND, "a", "maja");
        outbox.add(KIND, "b", "karen");

        jdbi.useTransaction(handle -> {
            handle.execute("select from outbox.entry where key = 'a' for update");
            var taken = new java.util.concurrent.CompletableFuture<Lease>();
            new Thread(() -> taken.complete(leases.take(KIND, 10))).start();
            assertEquals(List.of("b"), keys(taken.join()));
        });
    }

    @Test
    void a_node_that_comes_late_may_say_delivered_but_not_put_off_or_park() {
        outbox.add(KIND, "a", "maja");
        Lease late = leases.take(KIND, 10);
        clock.move(Leases.LENGTH);
        leases.take(KIND, 10);

        leases.settle(late, outcome(late, new Parked("outbox.parked.broke", "")));
        assertEquals(Map.of("a", "WAITING"), states());
        leases.settle(late, outcome(late, new TryLater("down")));
        assertEquals(Optional.empty(), outbox.queue().trouble());

        leases.settle(late, outcome(late, new Delivered()));
        assertEquals(Map.of("a", "DELIVERED"), states());
    }

    @Test
    void a_parked_entry_waits_for_people_with_what_it_is_about_and_why() {
        outbox.add(KIND, "a", "maja");
        var moodle = new ScriptedDelivery(KIND, entry -> new Parked("assignments.noAccount", "Maja"));
        round(moodle);
        clock.move(Duration.ofDays(2));
        round(moodle);

        var problem = worklist(moodle).groups().get(0).oldest();

        assertEquals(1, moodle.keysSeen().size());
        assertEquals("Om maja", problem.about().what().da());
        assertEquals("assignments.noAccount", problem.reasonKey());
        assertEquals("Maja", problem.detail());
    }

    @Test
    void a_parked_entry_whose_deliverer_is_gone_is_still_shown_by_its_key() {
        outbox.add(KIND, "a", "maja");
        round(new ScriptedDelivery(KIND, entry -> new Parked("assignments.noAccount", "Maja")));

        assertEquals("a", worklist().groups().get(0).oldest().about().what().da());
    }

    @Test
    void a_retried_entry_is_delivered_at_once_and_the_log_tells_who_asked() {
        outbox.add(KIND, "a", "maja");
        var noAccount = new ScriptedDelivery(KIND, entry -> new Parked("assignments.noAccount", "Maja"));
        round(noAccount);

        worklist().retry(worklist().groups().get(0).oldest().id());
        round(new ScriptedDelivery(KIND, entry -> new Delivered()));

        assertEquals(Map.of("a", "DELIVERED"), states());
        assertEquals("outbox.retried", audit.newest("a", 1).get(0).action());
    }

    @Test
    void a_dropped_entry_is_gone_may_be_added_again_and_the_log_keeps_why() {
        outbox.add(KIND, "a", "maja");
        round(new ScriptedDelivery(KIND, entry -> new Parked("assignments.noAccount", "Maja")));

        worklist().drop(worklist().groups().get(0).oldest().id());

        assertEquals(Map.of(), states());
        assertEquals(
                "enrolment assignments.noAccount Maja",
                audit.newest("a", 1).get(0).detail());
        outbox.add(KIND, "a", "maja");
        assertEquals(Map.of("a", "WAITING"), states());
    }

    @Test
    void whoever_wanted_an_entry_delivered_is_told_that_it_was_dropped_and_nobody_else() {
        outbox.add(KIND, "a", "maja");
        var owner = new ScriptedDelivery(KIND, entry -> new Parked("assignments.noAccount", "Maja"));
        var other = new ScriptedDelivery("another kind", entry -> new Delivered());
        round(owner);

        worklist(other, owner).drop(worklist().groups().get(0).oldest().id());

        assertEquals(List.of("a"), owner.keysDropped());
        assertEquals(List.of(), other.keysDropped());
    }

    @Test
    void only_parked_entries_can_be_retried_or_dropped() {
        outbox.add(KIND, "a", "maja");
        long waiting = leases.take(KIND, 1).entries().get(0).id();
        var owner = new ScriptedDelivery(KIND, entry -> new Delivered());

        assertFalse(worklist(owner).retry(waiting));
        assertFalse(worklist(owner).drop(waiting));
        assertEquals(Map.of("a", "WAITING"), states());
        assertEquals(List.of(), owner.keysDropped());
    }

    @Test
    void the_queue_counts_what_waits_what_was_put_off_and_what_is_parked() {
        outbox.add(KIND, "a", "maja");
        outbox.add(KIND, "b", "karen");
        round(new ScriptedDelivery(
                KIND,
                entry -> entry.key().equals("a") ? new TryLater("down") : new Parked("assignments.noAccount", "")));
        clock.move(Duration.ofHours(1));
        outbox.add(KIND, "c", "jonas");

        var queue = outbox.queue();

        assertEquals(2, queue.waiting());
        assertEquals(1, queue.putOff());
        assertEquals(1, queue.parked());
        assertEquals(
                Optional.of(clock.instant().minus(Duration.ofHours(1))),
                queue.oldest().map(java.time.OffsetDateTime::toInstant));
    }

    private void round(Delivery delivery) {
        new Courier(List.of(delivery), leases, clock).deliverDue();
    }

    private Worklist worklist(Delivery... deliveries) {
        return new Worklist(jdbi, List.of(deliveries), audit, clock, due);
    }

    private Map<String, String> states() {
        return jdbi.withHandle(handle -> handle.createQuery("select key, state from outbox.entry")
                .reduceRows(new java.util.HashMap<>(), (states, row) -> {
                    states.put(row.getColumn("key", String.class), row.getColumn("state", String.class));
                    return states;
                }));
    }

    private static Map<Entry, Outcome> outcome(Lease lease, Outcome outcome) {
        return lease.entries().stream().collect(Collectors.toMap(entry -> entry, entry -> outcome));
    }

    private static Set<Long> ids(Lease lease) {
        return lease.entries().stream().map(Entry::id).collect(Collectors.toSet());
    }

    private static List<String> keys(Lease lease) {
        return lease.entries().stream().map(Entry::key).toList();
    }
}
