package dk.kvalitetsbro.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Seconds clock = new Seconds();
    private final Steps steps = new Steps(new PrintStream(printed, true, UTF_8), clock);

    @Test
    void a_long_step_tells_that_it_goes_on_and_a_short_one_does_not() {
        steps.accept("areas.csv");
        clock.now = 9;
        steps.tellTime();
        steps.accept("responses.csv");
        clock.now = 25;
        steps.tellTime();
        assertEquals("  areas.csv\n  responses.csv\n    still at it after 16 s\n", printed.toString(UTF_8));
    }

    private static final class Seconds extends Clock {
        private long now;

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
