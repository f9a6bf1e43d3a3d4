package dk.kvalitetsbro.moodle.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;

/** A server that answers what it is told to, with a client for it that notes its pauses instead of making them. */
final class ScriptedMoodle implements AutoCloseable {
    static final String TOKEN = "f00dfeedf00dfeedf00dfeedf00dfeed";
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    final TestClock clock = new TestClock(NOW);
    final List<Duration> pauses = clock.pauses;
    private final MockWebServer server = new MockWebServer();
    private final MoodleClient client;

    ScriptedMoodle() throws IOException {
        var answers = new QueueDispatcher();
        answers.setFailFast(true); // one call too many gets a 404 at once instead of waiting for an answer
        server.setDispatcher(answers);
        server.start(InetAddress.getLoopbackAddress(), 0);
        client = another(builder -> builder);
    }

    /** One call at a time: answers come in the order told. */
    MoodleClient another(UnaryOperator<MoodleClient.Builder> settings) {
        return settings.apply(MoodleClient.at(uri(), TOKEN)
                        .pause(clock::pause)
                        .parallelCalls(1)
                        .clock(clock))
                .build();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    MoodleClient client() {
        return client;
    }

    ScriptedMoodle answers(Recording recording) {
        server.enqueue(recording.replay());
        return this;
    }

    ScriptedMoodle answers(String json) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(json)
                .build());
        return this;
    }

    /** Answers what is in the token's service. */
    ScriptedMoodle offers(String... functions) {
        var names = Stream.of(functions).map("{\"name\":\"%s\"}"::formatted).collect(Collectors.joining(","));
        return answers(
                """
                {"sitename":"S","siteurl":"u","release":"5.1","version":"1","userid":3,"username":"ws","functions":[%s]}"""
                        .formatted(names));
    }

    ScriptedMoodle answers(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
        return this;
    }

    ScriptedMoodle answers(int status, String header, String value) {
        server.enqueue(
                new MockResponse.Builder().code(status).setHeader(header, value).build());
        return this;
    }

    /** Reads the call, then cuts the connection. */
    ScriptedMoodle losesTheReply() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        return this;
    }

    int calls() {
        return server.getRequestCount();
    }

    RecordedRequest received() throws InterruptedException {
        return server.takeRequest();
    }

    /** The fields of the next call's form, in order, as name=value. */
    List<String> fields() throws InterruptedException {
        var body = received().getBody();
        var form = HttpUrl.get("http://form/?" + (body == null ? "" : body.utf8()));
        var fields = new ArrayList<String>();
        for (int i = 0; i < form.querySize(); i++) {
            fields.add(form.queryParameterName(i) + "=" + form.queryParameterValue(i));
        }
        return fields;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
