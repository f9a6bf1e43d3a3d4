package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A stand-in with measured times asks for the time that the recorded sites took, within the noise of the measurement. */
class CostTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final long NOBODY = 9_999_999;

    private final List<Duration> spent = new ArrayList<>();

    @Test
    void two_hundred_good_rows_cost_their_measured_time() {
        try (var moodle = start(spent::add)) {
            enrol(moodle, 0, 200, Optional.empty());
            assertMillis(1_148);
        }
    }

    @Test
    void rows_that_are_rolled_back_cost_the_same_up_to_the_bad_one() {
        try (var moodle = start(spent::add)) {
            enrol(moodle, 0, 200, Optional.of(0));
            assertMillis(20);
            enrol(moodle, 0, 200, Optional.of(100));
            assertMillis(571);
            enrol(moodle, 0, 200, Optional.of(199));
            assertMillis(1_114);
            assertEquals(0, moodle.enrolled(2));
        }
    }

    @Test
    void reads_cost_their_measured_time() {
        try (var moodle = start(spent::add)) {
            var rest = new Rest(moodle.baseUri(), TOKEN);
            rest.call("core_user_get_users_by_field", "field=id", "values[0]=5");
            assertMillis(27);
            rest.call(
                    "core_user_get_users_by_field",
                    IntStream.range(0, 500)
                            .mapToObj(i -> i == 0 ? "field=id&values[0]=5" : "values[" + i + "]=" + (5 + i))
                            .toArray(String[]::new));
            assertMillis(2_060);
            IntStream.range(0, 10).forEach(i -> enrol(moodle, 200 * i, 200, Optional.empty()));
            rest.call("core_enrol_get_enrolled_users", "courseid=2");
            assertMillis(8_645);
            rest.call(
                    "core_enrol_get_enrolled_users",
                    "courseid=2",
                    "options[0][name]=userfields",
                    "options[0][value]=id,idnumber");
            assertMillis(791);
            rest.call("core_course_get_courses_by_field", "field=id", "value=2");
            assertMillis(42);
        }
    }

    @Test
    void what_the_plugin_keeps_beside_an_enrolment_is_in_the_price_of_the_enrolment() {
        var settings = new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1)
                .withPlugin()
                .withMeasuredTimes();
        try (var moodle = MoodleFake.start(settings, Clock.systemUTC(), spent::add)) {
            moodle.addUsers(TestSite.people(200));
            moodle.addCourses(TestSite.courses(1));
            var rows = IntStream.range(0, 200)
                    .mapToObj(i -> "rows[%1$d][userid]=%2$d&rows[%1$d][courseid]=2&rows[%1$d][duedate]=1900000000"
                            .formatted(i, 5 + i))
                    .collect(Collectors.joining("&"));
            new Rest(moodle.baseUri(), TOKEN).call("local_kvalitetsbro_enrol_users", "expected=200", rows);
            assertMillis(22 + 200 * 55 / 10);
        }
    }

    @Test
    void two_calls_run_at_a_time_and_the_others_wait() throws Exception {
        int calls = 12;
        var pair = new CyclicBarrier(2);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var cost = new Cost(time -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            await(pair);
            running.decrementAndGet();
        });
        var callers = Executors.newFixedThreadPool(calls);
        try {
            Callable<String> call = () -> cost.charged(() -> new Cost.Done<>("done", Duration.ofSeconds(1)));
            for (var answer : callers.invokeAll(Collections.nCopies(calls, call))) {
                assertEquals("done", answer.get());
            }
        } finally {
            callers.shutdownNow();
        }
        assertEquals(2, most.get());
    }

    private static void await(CyclicBarrier pair) throws InterruptedException {
        try {
            pair.await(10, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("One call ran alone while others waited", e);
        }
    }

    @Test
    void otherwise_nothing_waits() {
        var settings = new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1);
        try (var moodle = MoodleFake.start(settings, Clock.systemUTC(), spent::add)) {
            new Rest(moodle.baseUri(), TOKEN).call("core_course_get_courses");
        }
        assertEquals(List.of(), spent);
    }

    private static MoodleFake start(Sleeper sleeper) {
        var settings = new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1).withMeasuredTimes();
        var moodle = MoodleFake.start(settings, Clock.systemUTC(), sleeper);
        moodle.addUsers(TestSite.people(2_000));
        moodle.addCourses(TestSite.courses(1));
        return moodle;
    }

    private static void enrol(MoodleFake moodle, int first, int rows, Optional<Integer> bad) {
        new Rest(moodle.baseUri(), TOKEN)
                .reply(
                        "enrol_manual_enrol_users",
                        IntStream.range(0, rows)
                                .mapToObj(i -> row(
                                        i,
                                        bad.filter(at -> at == i)
                                                .map(at -> NOBODY)
                                                .orElse(5L + first + i)))
                                .toArray(String[]::new));
    }

    private static String row(int index, long user) {
        return "enrolments[%1$d][roleid]=5&enrolments[%1$d][userid]=%2$d&enrolments[%1$d][courseid]=2"
                .formatted(index, user);
    }

    private void assertMillis(long measured) {
        long asked = spent.get(spent.size() - 1).toMillis();
        assertEquals(measured, asked, Math.max(5, 0.06 * measured));
    }
}
