package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.web.BriefCalls;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.Request;

/** Asks platforms over HTTP, as {@link BriefCalls} asks. */
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

    private final BriefCalls calls;

    @Inject
    public PlatformCalls() {
        this(PATIENCE.multipliedBy(2));
    }

    /** @param longest how long one call may take */
    PlatformCalls(Duration longest) {
        calls = new BriefCalls(PATIENCE, longest, LARGEST);
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
        try {
            BriefCalls.Answer answer = calls.send(request);
            String type = answer.headers().get("Content-Type");
            return new Answer(answer.status(), type == null ? "" : type, answer.body(), answer.headers());
        } catch (IOException e) {
            throw new NoAnswer(request.url() + " does not answer: " + e.getMessage(), e);
        }
    }

    @PreDestroy
    void close() {
        calls.close();
    }
}
