package dk.kvalitetsbro.benchmarks.moodle;

import dk.kvalitetsbro.moodle.client.Enrolment;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.Outcome;
import dk.kvalitetsbro.moodle.client.RowResult;
import dk.kvalitetsbro.moodle.fake.Course;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import dk.kvalitetsbro.moodle.fake.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Enrols 500 rows through random trouble, again and again, and holds every outcome against what the site knows. The
 * clock is injected: pauses take no time. Only a call that hangs takes as long as the client waits for its reply, so
 * several runs go on at a time, each at a site of its own.
 */
final class FaultCampaign implements AutoCloseable {
    private static final String TOKEN = "0123456789abcdef";
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final String ENROLLED = "core_enrol_get_enrolled_users";
    private static final String TOGETHER = "tool_mobile_call_external_functions";
    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Duration LONGER = PATIENCE.multipliedBy(3).dividedBy(2);
    private static final Duration SHORTER = PATIENCE.dividedBy(20);
    private static final int AT_A_TIME = 4;
    private static final int ROWS = 500;
    private static final int PEOPLE = 200;
    private static final int COURSES = 3;
    private static final long NOBODY = 9_000_000;
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    /** @param wrong one sentence for each run that told an untruth or left something undone */
    record Result(int runs, long faults, List<String> wrong) {}

    private final MoodleFake moodle;
    private final List<Long> people;
    private long faults;

    private FaultCampaign() {
        moodle = MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1));
        people = moodle.addUsers(IntStream.range(0, PEOPLE)
                .mapToObj(i -> User.named("p" + i, "Person Nummer " + i, "KEY" + i))
                .toList());
    }

    /** Runs with the seeds from the first one on. */
    static Result run(int runs, long firstSeed) throws InterruptedException, ExecutionException {
        var next = new AtomicLong(firstSeed);
        var workers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var faults = 0L;
            var wrong = new ArrayList<String>();
            Callable<Result> some = () -> some(next, firstSeed + runs);
            for (var part : workers.invokeAll(Collections.nCopies(AT_A_TIME, some))) {
                faults += part.get().faults;
                wrong.addAll(part.get().wrong);
            }
            return new Result(runs, faults, List.copyOf(wrong));
        } finally {
            workers.shutdownNow();
        }
    }

    private static Result some(AtomicLong next, long end) {
        var runs = 0;
        var wrong = new ArrayList<String>();
        try (var campaign = new FaultCampaign()) {
            for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
                long one = seed;
                campaign.once(seed).ifPresent(untruth -> wrong.add("seed " + one + ": " + untruth));
                runs++;
            }
            return new Result(runs, campaign.faults, List.copyOf(wrong));
        }
    }

    @Override
    public void close() {
        moodle.close();
    }

    private Optional<String> once(long seed) {
        var random = new Random(seed);
        var courses = courses(seed);
        var rows = rows(random, courses);
        var clock = new PausedClock(NOW);
        try (var client = MoodleClient.at(moodle.baseUri(), TOKEN)
                .replyTimeout(PATIENCE)
                .clock(clock)
                .pause(clock::pause)
                .build()) {
            var before = enrolSome(client, random, rows);
            makeTrouble(random);
            var first = client.enrolments().enrol(rows);
            var untruth = untruth(first, before);
            moodle.faults().clear();
            clock.advance(Duration.ofHours(1));
            return untruth.or(() -> untruthAfterRecovery(client.enrolments().enrol(rows), before, courses));
        } finally {
            moodle.faults().clear();
        }
    }

    private List<Long> courses(long seed) {
        return moodle.addCourses(IntStream.range(0, COURSES)
                .mapToObj(i -> "S" + seed + "C" + i)
                .map(name -> new Course(name, name, name, "", "Dagtilbud", List.of()))
                .toList());
    }

    /** Some about nobody, some with an end, some twice. */
    private List<Enrolment> rows(Random random, List<Long> courses) {
        var rows = new ArrayList<Enrolment>();
        while (rows.size() < ROWS) {
            long person =
                    random.nextInt(100) == 0 ? NOBODY + random.nextInt(1_000) : people.get(random.nextInt(PEOPLE));
            var row = Enrolment.of(person, courses.get(random.nextInt(COURSES)));
            rows.add(person % 3 == 0 ? row.until(NOW.plus(Duration.ofDays(person % 50 + 1))) : row);
        }
        return rows;
    }

    /** A tenth of the people were enrolled before, with an end that nobody may erase. */
    private Map<List<Long>, Optional<Instant>> enrolSome(MoodleClient client, Random random, List<Enrolment> rows) {
        var before = new HashMap<List<Long>, Optional<Instant>>();
        var some = rows.stream()
                .filter(row -> row.userId() < NOBODY && random.nextInt(10) == 0)
                .map(row -> Enrolment.of(row.userId(), row.courseId()).until(NOW.plus(Duration.ofDays(400))))
                .toList();
        client.enrolments()
                .enrol(some)
                .forEach(result -> before.put(key(result.row()), result.row().end()));
        return before;
    }

    private void makeTrouble(Random random) {
        for (int i = random.nextInt(20); i > 0; i--) {
            var function = random.nextInt(3) > 0 ? ENROL : random.nextBoolean() ? TOGETHER : ENROLLED;
            boolean well = random.nextBoolean();
            moodle.faults().next(function, well ? new Fault.Wait(new CountDownLatch(0)) : fault(random));
            faults += well ? 0 : 1;
        }
    }

    private static Fault fault(Random random) {
        return switch (random.nextInt(13)) {
            case 0 -> new Fault.CutBefore();
            case 1 -> new Fault.CutAfter();
            case 2 -> new Fault.HalfReply();
            case 3 -> Fault.html(502);
            case 4 -> Fault.unavailable(Duration.ofSeconds(random.nextInt(20)));
            case 5 -> Fault.exception("dml_write_exception", "dmlwriteexception", "Error writing to database");
            case 6 -> Fault.exception("moodle_exception", "upgraderunning", "Site is being upgraded");
            case 7 -> Fault.html(200);
            case 8 -> new Fault.Slow(SHORTER);
            case 9 -> new Fault.Hang(LONGER);
            case 10 -> new Fault.HangBefore(LONGER);
            case 11 -> new Fault.Late(LONGER);
            default -> Fault.exception("moodle_exception", "invalidtoken", "Invalid token");
        };
    }

    private Optional<String> untruth(List<RowResult<Enrolment>> results, Map<List<Long>, Optional<Instant>> before) {
        return results.stream()
                .filter(result -> !isTrue(result, before))
                .map(result -> result.row() + " is said to be " + result.outcome())
                .findFirst();
    }

    private boolean isTrue(RowResult<Enrolment> result, Map<List<Long>, Optional<Instant>> before) {
        var row = result.row();
        var there = moodle.enrolment(row.userId(), row.courseId());
        var outcome = result.outcome();
        if (outcome instanceof Outcome.Done) {
            return !before.containsKey(key(row))
                    && there.filter(held -> held.end().equals(row.end())).isPresent();
        }
        if (outcome instanceof Outcome.AlreadyEnrolledDatesUnknown) {
            return there.filter(held -> held.end().equals(before.getOrDefault(key(row), row.end())))
                    .isPresent();
        }
        return outcome instanceof Outcome.Unknown
                || (outcome instanceof Outcome.Refused && row.userId() >= NOBODY && there.isEmpty());
    }

    private Optional<String> untruthAfterRecovery(
            List<RowResult<Enrolment>> results, Map<List<Long>, Optional<Instant>> before, List<Long> courses) {
        var unknown = results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Unknown)
                .map(result -> result.row() + " is still unknown")
                .findFirst();
        long wanted = results.stream()
                .map(RowResult::row)
                .filter(row -> row.userId() < NOBODY)
                .map(FaultCampaign::key)
                .distinct()
                .count();
        long held = courses.stream().mapToLong(moodle::enrolled).sum();
        return unknown.or(() -> untruth(results, before))
                .or(() -> held == wanted ? Optional.empty() : Optional.of(held + " enrolments instead of " + wanted));
    }

    private static List<Long> key(Enrolment row) {
        return List.of(row.userId(), row.courseId());
    }
}
