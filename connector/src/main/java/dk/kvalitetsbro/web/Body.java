package dk.kvalitetsbro.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The body of a request, which may not go on for ever, nor bring ever more. */
final class Body extends InputStream {
    /**
     * How much, and how slowly.
     *
     * @param bytes     at most
     * @param fields    of a form, at most
     * @param grace     how long a body may take whatever its pace
     * @param perSecond bytes that have to come after that, on average
     */
    record Limits(long bytes, int fields, Duration grace, int perSecond) {}

    private final InputStream body;
    private final Limits limits;
    private final LongSupplier nanoseconds;
    private final long begun;
    private long read;
    private int fields = 1;

    Body(InputStream body, Limits limits, LongSupplier nanoseconds) {
        this.body = body;
        this.limits = limits;
        this.nanoseconds = nanoseconds;
        this.begun = nanoseconds.getAsLong();
    }

    static Denial tooLarge() {
        return new Denial(Problem.Kind.TOO_LARGE.status(), "web.body.tooLarge");
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        int came = next(into, from, most);
        if (came > 0) {
            count(into, from, came);
        }
        return came;
    }

    /** The server gives up waiting for the next byte by itself; whoever just went away reads no answer. */
    private int next(byte[] into, int from, int most) {
        try {
            return body.read(into, from, most);
        } catch (IOException nothingCame) {
            throw tooSlow();
        }
    }

    private void count(byte[] bytes, int from, int came) {
        read += came;
        for (int i = from; i < from + came; i++) {
            fields += bytes[i] == '&' ? 1 : 0;
        }
        if (read > limits.bytes() || fields > limits.fields()) {
            throw tooLarge();
        }
        double seconds = (nanoseconds.getAsLong() - begun) / 1e9;
        if ((seconds - limits.grace().toSeconds()) * limits.perSecond() > read) {
            throw tooSlow();
        }
    }

    private static Denial tooSlow() {
        return new Denial(Problem.Kind.TIMED_OUT.status(), "web.error.408");
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
