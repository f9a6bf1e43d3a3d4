package dk.kvalitetsbro.web;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Calls to a system that somebody is on their way through: brief, for answers of bounded size, and at the very address
 * agreed on. A redirect is not followed, because it could lead to what only this machine can reach.
 */
public final class BriefCalls implements AutoCloseable {
    /** What came back, of whatever status. */
    public record Answer(int status, Headers headers, String body) {}

    private final OkHttpClient http;
    private final int largest;

    /**
     * @param connect how long until somebody answers at all
     * @param longest how long a whole call
     * @param largest answer, in bytes
     */
    public BriefCalls(Duration connect, Duration longest, int largest) {
        this.largest = largest;
        this.http = new OkHttpClient.Builder()
                .followRedirects(false)
                .connectTimeout(connect)
                .callTimeout(longest)
                .build();
    }

    /** @throws IOException when no answer comes in time, or a larger one */
    public Answer send(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(largest + 1L)) {
                throw new IOException("an answer of more than " + largest + " bytes");
            }
            return new Answer(response.code(), response.headers(), source.readUtf8());
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
