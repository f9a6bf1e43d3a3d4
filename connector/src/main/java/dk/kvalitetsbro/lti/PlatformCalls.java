package dk.kvalitetsbro.lti;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Asks platforms over HTTP: briefly, for answers of bounded size, and at the very address agreed on. A redirect is not
 * followed, because it could lead to what only this machine can reach.
 */
@ApplicationScoped
public class PlatformCalls {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final int LARGEST = 1 << 20;

    /** No usable answer came; the same may succeed later. The message names no secret. */
    public static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }

        NoAnswer(String message) {
            super(message);
        }
    }

    /** @param type the content type, which Moodle does not always tell rightly */
    public record Answer(int status, String type, String body, okhttp3.Headers headers) {}

    private final OkHttpClient http;

    @Inject
    public PlatformCalls() {
        this(new OkHttpClient.Builder());
    }

    PlatformCalls(OkHttpClient.Builder settings) {
        http = settings.followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .callTimeout(PATIENCE.multipliedBy(2))
                .build();
    }

    /** @return what came with status 200 */
    public String get(URI address) throws NoAnswer {
        Answer answer = send(new Request.Builder().url(address.toString()).build());
        if (answer.status() != 200) {
            throw new NoAnswer(address + " answered with status " + answer.status());
        }
        return answer.body();
    }

    /** @return whatever came, of any status */
    public Answer send(Request request) throws NoAnswer {
        try (Response response = http.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(LARGEST + 1L)) {
                throw new NoAnswer(request.url() + " answered with more than " + LARGEST + " bytes");
            }
            String type = response.header("Content-Type");
            return new Answer(response.code(), type == null ? "" : type, source.readUtf8(), response.headers());
        } catch (IOException e) {
            throw new NoAnswer(request.url() + " does not answer: " + e.getMessage(), e);
        }
    }
}
