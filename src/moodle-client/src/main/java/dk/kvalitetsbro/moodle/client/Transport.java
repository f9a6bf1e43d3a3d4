package dk.kvalitetsbro.moodle.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Posts one call and returns what came back. Every body is sent at most once: OkHttp would otherwise repeat a POST on its
 * own when a pooled connection breaks, and a redirect would carry the token elsewhere. Interrupting the caller cancels
 * the call.
 */
final class Transport implements AutoCloseable {
    private static final int OWN_VARIABLES = 3;

    private final OkHttpClient http;
    private final OkHttpClient streaming;
    private final HttpUrl endpoint;
    private final String token;

    Transport(URI site, String token, Duration connectTimeout, Duration replyTimeout, ExecutorService threads) {
        this.endpoint = endpoint(site);
        this.token = requireToken(token);
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE); // the client has its own limit
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(connectTimeout)
                .readTimeout(replyTimeout)
                .writeTimeout(replyTimeout)
                .callTimeout(connectTimeout.plus(replyTimeout))
                .followRedirects(false)
                .followSslRedirects(false)
                .eventListener(new Departures())
                .build();
        this.streaming = http.newBuilder().callTimeout(Duration.ZERO).build(); // each read of it still has its time-out
    }

    /** How many variables PHP will count in a call with these parameters. */
    static int variables(Params params) {
        return OWN_VARIABLES + params.size();
    }

    /** What reads a reply that is too large to be held; the reply is closed when it returns. */
    interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    Reply post(String function, Params params, Effect effect) {
        return exchange(http, function, params, effect, Transport::whole);
    }

    /** Hands the body of a reply with status 200 to the reading as it arrives. Any other reply is returned, whole. */
    Optional<Reply> stream(String function, Params params, Reading<?> reading) {
        return exchange(streaming, function, params, Effect.READS, response -> {
            if (response.code() != 200) {
                return Optional.of(whole(response));
            }
            try (var body = response.body().byteStream()) {
                reading.read(body);
            }
            return Optional.empty();
        });
    }

    private interface Exchange<T> {
        T take(Response response) throws IOException;
    }

    private <T> T exchange(OkHttpClient client, String function, Params params, Effect effect, Exchange<T> exchange) {
        var departed = new AtomicBoolean();
        var request = new Request.Builder()
                .url(endpoint)
                .header("User-Agent", "kvalitetsbro-moodle-client")
                .header("Accept", "application/json")
                .tag(AtomicBoolean.class, departed)
                .post(new OnceBody(form(function, params)))
                .build();
        try {
            return client == http
                    ? answer(client.newCall(request), exchange)
                    : taken(exchange, answer(client.newCall(request), response -> response));
        } catch (IOException e) {
            if (departed.get()) {
                throw effect.lostReply(function + ": no reply from Moodle: " + e.getMessage(), e);
            }
            throw new MoodleException.Unavailable(function + ": Moodle can't be reached: " + e.getMessage(), null, e);
        }
    }

    /** Waits in a way that an interrupt ends: a thread that reads from a socket would not notice one. */
    private static <T> T answer(Call call, Exchange<T> exchange) throws IOException {
        var answer = new CompletableFuture<T>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException e) {
                answer.completeExceptionally(e);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try {
                    if (!answer.complete(exchange.take(response))) {
                        response.close();
                    }
                } catch (IOException | RuntimeException e) {
                    response.close();
                    answer.completeExceptionally(e);
                }
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel();
            answer.completeExceptionally(e);
            throw new InterruptedIOException("the caller was interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
        }
    }

    private static <T> T taken(Exchange<T> exchange, Response response) throws IOException {
        try (response) {
            return exchange.take(response);
        }
    }

    private static Reply whole(Response response) throws IOException {
        try (response) {
            return new Reply(
                    response.code(),
                    Optional.ofNullable(response.header("Retry-After")),
                    Optional.ofNullable(response.header("Date")),
                    response.body().bytes());
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
        http.dispatcher().cancelAll();
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
