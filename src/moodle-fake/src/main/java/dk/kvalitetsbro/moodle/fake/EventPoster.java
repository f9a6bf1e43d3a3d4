package dk.kvalitetsbro.moodle.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts what is queued to the connector, the oldest first, signed, until nothing is left. After a failure it waits, longer
 * each time, and goes on for as long as it takes: an event may come twice, and none is lost.
 */
final class EventPoster implements AutoCloseable {
    private static final int BATCH = 100;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventQueue queue;
    private final Connector connector;
    private final URI address;
    private final Site site;
    private final Sleeper sleeper;
    private final Semaphore queued = new Semaphore(1);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Thread thread = new Thread(this::run, "moodle-fake-events");

    private EventPoster(EventQueue queue, Connector connector, URI address, Site site, Sleeper sleeper) {
        this.queue = queue;
        this.connector = connector;
        this.address = address;
        this.site = site;
        this.sleeper = sleeper;
        thread.setDaemon(true);
    }

    /** Begins with what waits from before. */
    static EventPoster start(EventQueue queue, Connector connector, URI address, Site site, Sleeper sleeper) {
        var poster = new EventPoster(queue, connector, address, site, sleeper);
        queue.open(poster.queued::release);
        poster.thread.start();
        return poster;
    }

    private void run() {
        try {
            while (true) {
                queued.acquire();
                queued.drainPermits();
                postAll();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void postAll() throws InterruptedException {
        var delay = FIRST_DELAY;
        for (var events = queue.oldest(BATCH); !events.isEmpty(); events = queue.oldest(BATCH)) {
            if (isAccepted(body(events))) {
                drop(events);
                delay = FIRST_DELAY;
            } else {
                sleeper.sleep(delay);
                delay = delay.multipliedBy(2).compareTo(LONGEST_DELAY) < 0 ? delay.multipliedBy(2) : LONGEST_DELAY;
            }
        }
    }

    /** Not while being stopped: an interrupt in the middle of a write would close the journal. */
    private void drop(List<Row.QueuedEvent> events) throws InterruptedException {
        synchronized (site) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            queue.accepted(events);
        }
    }

    private byte[] body(List<Row.QueuedEvent> events) {
        var messages = Replies.array();
        queue.messages(events).forEach(messages::add);
        return Replies.object()
                .add("site", address.toString())
                .add("events", messages)
                .build()
                .toString()
                .getBytes(UTF_8);
    }

    private boolean isAccepted(byte[] body) throws InterruptedException {
        var timestamp = Long.toString(site.now());
        var request = HttpRequest.newBuilder(connector.events())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Kvalitetsbro-Timestamp", timestamp)
                .header("X-Kvalitetsbro-Signature", "sha256=" + signature(timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private String signature(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(connector.secret().getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What waits stays in the queue. */
    @Override
    public void close() {
        synchronized (site) {
            thread.interrupt();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
