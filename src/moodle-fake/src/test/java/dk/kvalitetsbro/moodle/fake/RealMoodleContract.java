package dk.kvalitetsbro.moodle.fake;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** The Moodle that the environment names. {@code ./check moodle} runs it. */
class RealMoodleContract extends MoodleContract {
    @Override
    SiteUnderTest site() {
        var people = Arrays.stream(required("MOODLE_TEST_PEOPLE").split(","))
                .map(Long::valueOf)
                .toList();
        if (people.size() != 2) {
            throw new IllegalStateException("MOODLE_TEST_PEOPLE names two people: ID,ID");
        }
        var address = required("MOODLE_URL").replaceFirst("/+$", "");
        return new SiteUnderTest(
                new Rest(URI.create(address), required("MOODLE_TOKEN")),
                people.get(0),
                people.get(1),
                Long.parseLong(required("MOODLE_TEST_COURSE")));
    }

    private static String required(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException("Set " + name));
    }
}
