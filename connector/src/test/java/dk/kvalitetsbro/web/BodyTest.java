package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A body may be so large, have so many fields, and take so long. */
class BodyTest {
    private static final Body.Limits LIMITS = new Body.Limits(100, 3, Duration.ofSeconds(10), 20);

    private final AtomicLong now = new AtomicLong();

    @Test
    void what_is_within_the_limits_is_read_as_it_is() throws Exception {
        assertEquals("a=1&b=2&c=3", new String(body("a=1&b=2&c=3").readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(100, body("x".repeat(100)).readAllBytes().length);
        assertEquals('x', body("x").read());
        assertEquals(-1, body("").read());
    }

    @Test
    void one_byte_more_is_too_large() {
        assertEquals(413, refused(body("x".repeat(101))));
    }

    @Test
    void read_byte_by_byte_it_counts_as_well() {
        Body body = body("x".repeat(101));
        for (int read = 0; read < 100; read++) {
            assertEquals('x', body.read());
        }
        assertEquals(413, assertThrows(Denial.class, body::read).status());
    }

    @Test
    void one_field_more_is_too_large() {
        assertEquals(413, refused(body("a&b&c&d")));
    }

    @Test
    void whoever_dribbles_is_given_up_after_the_grace() {
        assertEquals(408, refused(dribbling(Duration.ofSeconds(1))));
    }

    @Test
    void a_slow_line_that_keeps_the_pace_may_take_longer() throws Exception {
        assertEquals(
                100, dribbling(Duration.ofMillis(140)).readAllBytes().length, "14 s at 7 bytes/s, 4 s of it asked");
    }

    @Test
    void a_line_that_breaks_off_is_no_error_of_ours() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertEquals(408, refused(new Body(broken, LIMITS, now::get)));
    }

    private static int refused(InputStream body) {
        return assertThrows(Denial.class, body::readAllBytes).status();
    }

    private Body body(String text) {
        return new Body(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LIMITS, now::get);
    }

    /** Every byte comes after a pause. */
    private Body dribbling(Duration pause) {
        InputStream bytes = new InputStream() {
            private int left = 100;

            @Override
            public int read() {
                now.addAndGet(pause.toNanos());
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int one = read();
                if (one < 0) {
                    return -1;
                }
                into[from] = (byte) one;
                return 1;
            }
        };
        return new Body(bytes, LIMITS, now::get);
    }
}
