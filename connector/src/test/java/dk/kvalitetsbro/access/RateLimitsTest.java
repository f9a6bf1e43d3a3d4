package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Limits are counted in the database: by address, over all nodes, and run off with time. */
class RateLimitsTest {
    private static final RateLimit API = RateLimit.on("api/rounds").orElseThrow();
    private static final RateLimit SIGN_IN = RateLimit.on("log-ind").orElseThrow();
    private static final String HERE = "192.0.2.1";

    private final MovableClock clock = new MovableClock();

    @Test
    void after_so_many_in_a_minute_one_has_to_wait_for_room_for_the_next() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi());

            assertEquals(60, letIn(limits, 61));
            assertEquals(Optional.of(Duration.ofSeconds(1)), limits.take(API, HERE));

            clock.move(Duration.ofSeconds(1));
            assertEquals(Optional.empty(), limits.take(API, HERE));
            assertTrue(limits.take(API, HERE).isPresent());
        }
    }

    @Test
    void whoever_goes_on_asking_waits_no_longer() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi());
            letIn(limits, 1_000);

            clock.move(Duration.ofSeconds(30));

            assertEquals(30, letIn(limits, 1_000));
        }
    }

    @Test
    void a_minute_later_all_is_forgotten() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi());
            letIn(limits, 61);

            clock.move(Duration.ofMinutes(10));

            assertEquals(60, letIn(limits, 61), "nobody saves up");
        }
    }

    @Test
    void looking_counts_nothing_and_tells_the_same() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi());
            for (int i = 0; i < 100; i++) {
                assertEquals(Optional.empty(), limits.look(SIGN_IN, HERE));
            }
            for (int i = 0; i < 10; i++) {
                assertEquals(Optional.empty(), limits.take(SIGN_IN, HERE));
            }
            assertEquals(Optional.of(Duration.ofSeconds(6)), limits.look(SIGN_IN, HERE));
            assertEquals(Optional.of(Duration.ofSeconds(6)), limits.take(SIGN_IN, HERE));
        }
    }

    @Test
    void one_address_takes_nothing_from_another_nor_one_limit_from_the_next() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi());
            letIn(limits, 61);

            assertEquals(Optional.empty(), limits.take(API, "192.0.2.2"));
            assertEquals(Optional.empty(), limits.take(SIGN_IN, HERE));
            assertTrue(limits.look(API, HERE).isPresent());
            assertEquals(Optional.empty(), limits.look(API, "192.0.2.2"));
            assertEquals(Optional.empty(), limits.look(SIGN_IN, HERE));
        }
    }

    @Test
    void the_log_is_told_once_an_hour_however_many_are_refused() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi());
            letIn(limits, 1_000);
            assertEquals(1, database.number(TOLD));

            clock.move(Duration.ofMinutes(30));
            letIn(limits, 1_000);
            assertEquals(1, database.number(TOLD));

            clock.move(Duration.ofMinutes(31));
            letIn(limits, 1_000);
            assertEquals(2, database.number(TOLD));
        }
    }

    @Test
    void a_node_whose_clock_is_behind_gives_nothing_back() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi());
            letIn(limits, 60);
            clock.move(Duration.ofSeconds(-30));

            assertEquals(0, letIn(limits, 10));

            clock.move(Duration.ofSeconds(30));
            assertEquals(0, letIn(limits, 10));
        }
    }

    @Test
    void nobody_is_limited_where_the_limit_is_nought() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi(), Map.of("limits.api", 0));

            assertEquals(1_000, letIn(limits, 1_000));
            assertEquals(0, database.number("select count(*) from access.allowance"));
        }
    }

    @Test
    void an_address_from_which_nothing_came_for_a_day_is_forgotten() {
        try (var database = TestDatabase.begin()) {
            var limits = limits(database.jdbi());
            letIn(limits, 1);
            clock.move(Duration.ofHours(25));
            limits.take(API, "192.0.2.2");

            limits.forget();

            assertEquals(1, database.number("select count(*) from access.allowance"));
        }
    }

    @Test
    void two_nodes_at_once_let_in_no_more_than_one() throws Exception {
        Jdbi jdbi = TestDatabase.fresh();
        List<RateLimits> nodes = List.of(limits(jdbi), limits(jdbi));
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> asked = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> nodes.get(i % 2).take(API, HERE).isEmpty())
                    .toList();
            int letIn = 0;
            for (var answer : threads.invokeAll(asked)) {
                letIn += answer.get() ? 1 : 0;
            }
            assertEquals(60, letIn);
            int told = jdbi.withHandle(
                    handle -> handle.createQuery(TOLD).mapTo(Integer.class).one());
            assertEquals(1, told);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void each_route_that_somebody_comes_in_by_is_limited() {
        assertEquals("sign-in", RateLimit.on("log-ind").orElseThrow().name());
        assertEquals("sign-in", RateLimit.on("lti/launch").orElseThrow().name());
        assertEquals("begin", RateLimit.on("lti/login").orElseThrow().name());
        assertEquals("begin", RateLimit.on("log-ind/oidc").orElseThrow().name());
        assertEquals("sign-in", RateLimit.on("log-ind/oidc/svar").orElseThrow().name());
        assertEquals("sign-in", RateLimit.on("api/moodle/events").orElseThrow().name());
        assertEquals(Optional.empty(), RateLimit.on("mine-forloeb"));
    }

    private static final String TOLD = "select count(*) from access.audit where action = 'access.limited'";

    private static int letIn(RateLimits limits, int asked) {
        int letIn = 0;
        for (int i = 0; i < asked; i++) {
            letIn += limits.take(API, HERE).isEmpty() ? 1 : 0;
        }
        return letIn;
    }

    private RateLimits limits(Jdbi jdbi) {
        return limits(jdbi, Map.of("limits.api", 60, "limits.sign-in", 10));
    }

    private RateLimits limits(Jdbi jdbi, Map<String, Integer> configured) {
        return new RateLimits(jdbi, new AuditLog(jdbi, new CurrentActor(), clock), new Configured(configured), clock);
    }

    private record Configured(Map<String, Integer> values) implements Config {
        @Override
        public <T> T getValue(String name, Class<T> type) {
            return type.cast(values.get(name));
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(type.cast(values.get(name)));
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
