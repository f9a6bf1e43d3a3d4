package dk.kvalitetsbro.oidc;

import dk.kvalitetsbro.web.BriefCalls;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.Request;

/** Calls to the provider, as {@link BriefCalls} calls. */
class ProviderCalls {
    static final int LARGEST_ANSWER = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** What came back, whether it was said to be good or not. */
    record Answer(int status, String body) {
        /** @throws SignInRefused when it is none */
        JsonObject json(String what) {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            } catch (JsonException notOne) {
                throw new SignInRefused(SignInTrouble.UNREACHABLE, what + ".notJson");
            }
        }
    }

    private final BriefCalls calls;

    /** @param longest how long one call may take */
    ProviderCalls(Duration longest) {
        this.calls = new BriefCalls(CONNECT, longest, LARGEST_ANSWER);
    }

    Answer get(String url) throws IOException {
        return send(new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .build());
    }

    /** @param credentials of this product, for the header, or empty for none */
    Answer post(String url, FormBody form, String credentials) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .post(form);
        if (!credentials.isEmpty()) {
            request.header("Authorization", credentials);
        }
        return send(request.build());
    }

    private Answer send(Request request) throws IOException {
        BriefCalls.Answer answer = calls.send(request);
        return new Answer(answer.status(), answer.body());
    }

    void close() {
        calls.close();
    }
}
