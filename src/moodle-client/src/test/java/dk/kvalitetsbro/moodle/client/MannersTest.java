package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import dk.kvalitetsbro.moodle.fake.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the client treats a site, and those who wait for it. */
@Timeout(60) // what waits for a condition that never comes
class MannersTest {
    private static final String SITE_INFO = "core_webservice_get_site_info";
    private static final String COURSES = "core_course_get_courses_by_field";
    private static final String ENROL = "enrol_manual_enrol_users";

    private TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(300, 2);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_site_in_trouble_is_left_alone_for_a_while_and_then_tried_again() {
        var told = new ArrayList<String>();
        var client = site.client(builder -> builder.attempts(1).events(circuitInto(told)));
        site.moodle.faults().next(COURSES, 9, Fault.html(502));
        for (int i = 0; i < 12; i++) {
            assertThrows(Unavailable.class, () -> client.courses().all());
        }
        assertEquals(8, site.moodle.faults().calls(COURSES), "eight failures in a row open the circuit");

        site.clock.advance(Duration.ofSeconds(20));
        assertThrows(Unavailable.class, () -> client.courses().all());
        assertThrows(Unavailable.class, () -> client.courses().all());
        assertEquals(9, site.moodle.faults().calls(COURSES), "one more failure opens it anew");

        site.clock.advance(Duration.ofSeconds(20));
        client.courses().all();
        assertEquals(List.of("opened", "opened", "closed"), told);
    }

    @Test
    void somebody_who_wants_to_know_whether_a_site_is_back_is_not_put_off() {
        var client = site.client(builder -> builder.attempts(1));
        site.moodle.faults().next(COURSES, Fault.unavailable(Duration.ofMinutes(5)));
        assertThrows(Unavailable.class, () -> client.courses().all());

        assertEquals("ws_integration", client.site().info().username());
        assertEquals(2, client.courses().all().size());
    }

    @Test
    void a_site_that_asks_for_a_pause_gets_it_from_all_callers() {
        var client = site.client(builder -> builder.attempts(1));
        site.moodle.faults().next(COURSES, Fault.unavailable(Duration.ofMinutes(5)));
        assertThrows(Unavailable.class, () -> client.courses().all());

        var unavailable = assertThrows(Unavailable.class, () -> client.courses().all());
        assertEquals(Duration.ofMinutes(5), unavailable.retryAfter().orElseThrow());
        site.clock.advance(Duration.ofMinutes(5));
        assertEquals(2, client.courses().all().size());
    }

    @Test
    void no_more_calls_are_under_way_than_told() throws Exception {
        var client = site.client(builder -> builder.parallelCalls(1));
        var gate = new CountDownLatch(1);
        site.moodle.faults().next(SITE_INFO, new Fault.Wait(gate));
        var threads = Executors.newFixedThreadPool(3);
        var calls = new ArrayList<Future<SiteInfo>>();
        for (int i = 0; i < 3; i++) {
            calls.add(threads.submit(() -> client.site().info()));
        }
        await(() -> site.moodle.faults().calls(SITE_INFO) == 1);
        gate.countDown();
        for (var call : calls) {
            assertEquals("ws_integration", call.get().username());
        }
        threads.shutdown();
    }

    @Test
    void a_caller_that_waits_too_long_for_its_turn_is_told_so() throws Exception {
        var client = site.client(builder -> builder.parallelCalls(1).attempts(1).replyTimeout(Duration.ofMillis(300)));
        var gate = new CountDownLatch(1);
        site.moodle.faults().next(SITE_INFO, 2, new Fault.Wait(gate));
        var threads = Executors.newFixedThreadPool(2);
        var first = threads.submit(
                () -> assertThrows(Unavailable.class, () -> client.site().info()));
        var second = threads.submit(
                () -> assertThrows(Unavailable.class, () -> client.site().info()));
        first.get();
        second.get();
        gate.countDown();
        threads.shutdown();
    }

    @Test
    void an_interrupt_ends_a_read_at_once() throws Exception {
        var gate = new CountDownLatch(1);
        site.moodle.faults().next(SITE_INFO, new Fault.Wait(gate));
        var trouble = interruptedAfter(SITE_INFO, () -> site.client().site().info());

        assertInstanceOf(Unavailable.class, trouble);
        assertEquals(1, site.moodle.faults().calls(SITE_INFO), "nothing is asked again for somebody who has left");
        await(() -> !isAnyCallUnderWay());
        gate.countDown();
    }

    @Test
    void an_interrupt_leaves_a_write_unclear() throws Exception {
        var gate = new CountDownLatch(1);
        site.moodle.faults().next("some_write", new Fault.Wait(gate));
        var trouble =
                interruptedAfter("some_write", () -> site.client().call("some_write", Params.none(), Object.class));

        assertInstanceOf(Unclear.class, trouble);
        gate.countDown();
    }

    @Test
    void an_interrupt_ends_a_bulk_write_and_every_row_has_a_true_outcome() throws Exception {
        var gate = new CountDownLatch(1);
        site.moodle.faults().next(ENROL, 100, new Fault.Wait(gate));
        var results = new ConcurrentLinkedQueue<RowResult<Enrolment>>();
        var interrupted = new AtomicInteger();
        var rows = site.people.stream()
                .map(person -> Enrolment.of(person, site.courses.get(0)))
                .toList();
        var writer = new Thread(() -> {
            results.addAll(site.client().enrolments().enrol(rows));
            interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0);
        });
        writer.start();
        await(() -> site.moodle.faults().calls(ENROL) > 0);
        writer.interrupt();
        writer.join();

        assertEquals(300, results.size());
        assertTrue(results.stream().allMatch(result -> result.outcome() instanceof Outcome.Unknown));
        assertEquals(1, interrupted.get(), "the caller can see that it was interrupted");
        await(() -> !isAnyCallUnderWay());
        gate.countDown();
    }

    @Test
    void many_threads_share_a_client() throws Exception {
        var client = site.client();
        var threads = threads();
        var calls = new ArrayList<Future<Integer>>();
        for (int i = 0; i < 200; i++) {
            calls.add(threads.submit(() -> client.courses().all().size()));
        }
        for (var call : calls) {
            assertEquals(2, call.get());
        }
        threads.shutdown();
    }

    @Test
    void a_program_can_end_while_a_client_is_open() throws Exception {
        site.client().users().byIdnumbers(List.of("KEY1"));
        var ours = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("moodle-client")
                        || thread.getName().startsWith("OkHttp"))
                .toList();

        assertFalse(ours.isEmpty());
        assertTrue(ours.stream().allMatch(Thread::isDaemon), ours::toString);
    }

    /** Virtual ones where the JDK has them. */
    private static ExecutorService threads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newFixedThreadPool(50);
        }
    }

    /** OkHttp names a thread after the call that it makes. */
    private boolean isAnyCallUnderWay() {
        var address = site.moodle.baseUri().toString();
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().contains(address));
    }

    private MoodleException interruptedAfter(String function, Runnable call) throws Exception {
        var trouble = new ConcurrentLinkedQueue<MoodleException>();
        var caller = new Thread(() -> trouble.add(assertThrows(MoodleException.class, call::run)));
        caller.start();
        await(() -> site.moodle.faults().calls(function) > 0);
        caller.interrupt();
        caller.join();
        return trouble.remove();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static MoodleEvents circuitInto(List<String> told) {
        return new MoodleEvents() {
            @Override
            public void circuitOpened(Duration rest, MoodleException why) {
                told.add("opened");
            }

            @Override
            public void circuitClosed() {
                told.add("closed");
            }
        };
    }
}
