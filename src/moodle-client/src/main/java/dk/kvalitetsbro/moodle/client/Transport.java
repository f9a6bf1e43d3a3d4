package dk.kvalitetsbro.moodle.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Posts one call and returns what came back. Every body is sent at most once: OkHttp would otherwise repeat a POST on its
 * own when a pooled connection breaks, and a redirect would carry the token elsewhere.
 */
final class Transport implements AutoCloseable {
    private static final int OWN_VARIABLES = 3;

    private final OkHttpClient http;
    private final HttpUrl endpoint;
    private final String token;

    Transport(URI site, String token, Duration connectTimeout, Duration replyTimeout) {
        this.endpoint = endpoint(site);
        this.token = requireToken(token);
        this.http = new OkHttpClient.Builder()
                .connectTimeout(connectTimeout)
                .readTimeout(replyTimeout)
                .writeTimeout(replyTimeout)
                .callTimeout(connectTimeout.plus(replyTimeout))
                .followRedirects(false)
                .followSslRedirects(false)
                .eventListener(new Departures())
                .build();
    }

    /** How many variables PHP will count in a call with these parameters. */
    static int variables(Params params) {
        return OWN_VARIABLES + params.size();
    }

    Reply post(String function, Params params, Effect effect) {
        var departed = new AtomicBoolean();
        var request = new Request.Builder()
                .url(endpoint)
                .header("User-Agent", "kvalitetsbro-moodle-client")
                .header("Accept", "application/json")
                .tag(AtomicBoolean.class, departed)
                .post(new OnceBody(form(function, params)))
                .build();
        try (var response = http.newCall(request).execute()) {
            return new Reply(
                    response.code(),
                    Optional.ofNullable(response.header("Retry-After")),
                    response.body().bytes());
        } catch (IOException e) {
            if (departed.get()) {
                throw effect.lostReply(function + ": no reply from Moodle: " + e.getMessage(), e);
            }
            throw new MoodleException.Unavailable(function + ": Moodle can't be reached: " + e.getMessage(), null, e);
        }
    }

    /** The token and the function come first: PHP drops what is beyond its limit from the end. */
    private FormBody form(String function, Params params) {
        var form = new FormBody.Builder()
                .add("wstoken", token)
                .add("wsfunction", function)
                .add("moodlewsrestformat", "json");
        params.forEach(form::add);
        return form.build();
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static HttpUrl endpoint(URI site) {
        var url = HttpUrl.get(site);
        if (url == null
                || site.getRawUserInfo() != null
                || site.getRawQuery() != null
                || site.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The address of a Moodle site is http(s)://host, perhaps with a port and a path, and nothing else");
        }
        return url.newBuilder().addPathSegments("webservice/rest/server.php").build();
    }

    private static String requireToken(String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("A token is one word of plain letters and digits");
        }
        return token;
    }

    /** Marks a call's request as departed once its first byte may be on its way. */
    private static final class Departures extends EventListener {
        @Override
        public void requestHeadersStart(Call call) {
            var departed = call.request().tag(AtomicBoolean.class);
            if (departed != null) {
                departed.set(true);
            }
        }
    }

    private static final class OnceBody extends RequestBody {
        private final FormBody form;

        OnceBody(FormBody form) {
            this.form = form;
        }

        @Override
        public @Nullable MediaType contentType() {
            return form.contentType();
        }

        @Override
        public long contentLength() {
            return form.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            form.writeTo(sink);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }
}
