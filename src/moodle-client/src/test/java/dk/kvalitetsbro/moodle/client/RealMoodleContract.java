package dk.kvalitetsbro.moodle.client;

import java.net.URI;

/** The Moodle that MOODLE_URL and MOODLE_TOKEN name. Not part of the build: {@code ./check moodle} runs it. */
class RealMoodleContract extends MoodleContract {
    @Override
    MoodleClient connect() {
        return MoodleClient.at(URI.create(variable("MOODLE_URL")), variable("MOODLE_TOKEN"))
                .build();
    }

    private static String variable(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
