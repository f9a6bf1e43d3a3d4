package dk.kvalitetsbro.oidc;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Short calls to the provider: a few seconds at the most, small answers only, and never sent on elsewhere. */
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

    private final OkHttpClient http;

    /** @param longest how long one call may take */
    ProviderCalls(Duration longest) {
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .callTimeout(longest)
                .followRedirects(false)
                .build();
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
        try (Response response = http.newCall(request).execute()) {
            ResponseBody body = response.body();
            if (body.source().request(LARGEST_ANSWER + 1L)) {
                throw new IOException("an answer of more than " + LARGEST_ANSWER + " bytes");
            }
            return new Answer(response.code(), body.string());
        }
    }

    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
