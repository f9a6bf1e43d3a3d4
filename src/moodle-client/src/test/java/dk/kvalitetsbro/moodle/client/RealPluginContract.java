package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The Moodle that MOODLE_URL and MOODLE_TOKEN name, where it has the plugin, with two people of MOODLE_TEST_PEOPLE in the
 * course MOODLE_TEST_COURSE. Not part of the build: {@code ./check moodle} runs it.
 */
class RealPluginContract extends PluginContract {
    @Override
    SiteUnderTest site() {
        var moodle = new RealMoodleContract().connect();
        assumeTrue(moodle.plugin().offered(), "the site lacks the plugin");
        var people = RealMoodleContract.variable("MOODLE_TEST_PEOPLE").split(",", -1);
        return new SiteUnderTest(
                moodle,
                Long.parseLong(people[0]),
                Long.parseLong(people[1]),
                Long.parseLong(RealMoodleContract.variable("MOODLE_TEST_COURSE")),
                moodle::close);
    }
}
