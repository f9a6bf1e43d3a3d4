package dk.kvalitetsbro.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dk.kvalitetsbro.moodle.client.Enrolment;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.fake.Connector;
import dk.kvalitetsbro.moodle.fake.Course;
import dk.kvalitetsbro.moodle.fake.User;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodleStandInTest {
    private final Path folder;

    MoodleStandInTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void it_has_the_plugin_and_tells_the_connector_what_takes_place() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/moodle/events", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (var data = DataFolder.open(folder);
                var standIn = MoodleStandIn.start(data, 0);
                var moodle = MoodleClient.at(
                                standIn.site().url(), standIn.site().token())
                        .build()) {
            long person = standIn.fake()
                    .addUsers(List.of(User.named("ana", "Ana Berg", "E1")))
                    .get(0);
            long course = standIn.fake()
                    .addCourses(List.of(new Course("K1", "K1", "Leg", "", "Kurser", List.of())))
                    .get(0);
            standIn.tell(new Connector(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()), data.moodleEventsSecret()));
            moodle.enrolments().enrol(List.of(Enrolment.of(person, course)));

            assertTrue(moodle.plugin().offered());
            var event = heard.poll(20, TimeUnit.SECONDS);
            assertTrue(event != null && event.contains("\"user_enrolled\""), event);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void the_secret_of_events_is_kept_with_the_data_and_no_other_folder_has_it() {
        String secret;
        try (var data = DataFolder.open(folder.resolve("one"))) {
            secret = data.moodleEventsSecret();
            assertNotEquals(data.moodleToken(), secret);
        }
        try (var data = DataFolder.open(folder.resolve("one"));
                var other = DataFolder.open(folder.resolve("other"))) {
            assertEquals(secret, data.moodleEventsSecret());
            assertNotEquals(secret, other.moodleEventsSecret());
        }
    }
}
