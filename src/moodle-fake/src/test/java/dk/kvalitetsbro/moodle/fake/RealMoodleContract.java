package dk.kvalitetsbro.moodle.fake;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** The Moodle that the environment names. {@code ./check moodle} runs it. */
class RealMoodleContract extends MoodleContract {
    @BeforeAll
    static void the_site_has_the_course_and_the_people() {
        var rest = rest();
        try {
            rest.call("core_webservice_get_site_info");
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "MOODLE_URL is not a Moodle that takes MOODLE_TOKEN for web services: " + e.getMessage(), e);
        }
        var people = required("MOODLE_TEST_PEOPLE").split(",");
        require(
                !rest.object("core_course_get_courses_by_field", "field=id", "value=" + required("MOODLE_TEST_COURSE"))
                        .getJsonArray("courses")
                        .isEmpty(),
                "MOODLE_TEST_COURSE is no course that the token sees");
        require(
                rest.array(
                                        "core_user_get_users_by_field",
                                        "field=id",
                                        "values[0]=" + people[0],
                                        "values[1]=" + people[1])
                                .size()
                        == 2,
                "MOODLE_TEST_PEOPLE are not two people whom the token sees");
    }

    @Override
    SiteUnderTest site() {
        var people = Arrays.stream(required("MOODLE_TEST_PEOPLE").split(","))
                .map(Long::valueOf)
                .toList();
        if (people.size() != 2) {
            throw new IllegalStateException("MOODLE_TEST_PEOPLE names two people: ID,ID");
        }
        return new SiteUnderTest(rest(), people.get(0), people.get(1), Long.parseLong(required("MOODLE_TEST_COURSE")));
    }

    private static Rest rest() {
        var address = required("MOODLE_URL").replaceFirst("/+$", "");
        return new Rest(URI.create(address), required("MOODLE_TOKEN"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static String required(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException("Set " + name));
    }
}
