package dk.kvalitetsbro.moodle.client;

import java.net.URI;
import org.junit.jupiter.api.BeforeAll;

/** The Moodle that MOODLE_URL and MOODLE_TOKEN name. Not part of the build: {@code ./check moodle} runs it. */
class RealMoodleContract extends MoodleContract {
    @BeforeAll
    static void the_site_takes_the_token() {
        try (var moodle = real()) {
            moodle.site().info();
        } catch (MoodleException e) {
            throw new IllegalStateException(
                    "MOODLE_URL is not a Moodle that takes MOODLE_TOKEN for web services: " + e.getMessage(), e);
        }
    }

    @Override
    MoodleClient connect() {
        return real();
    }

    private static MoodleClient real() {
        return MoodleClient.at(URI.create(variable("MOODLE_URL")), variable("MOODLE_TOKEN"))
                .build();
    }

    static String variable(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
