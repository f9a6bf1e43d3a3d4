package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.MoodleContract.SiteUnderTest;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The stand-in as Moodle 5.1 with the plugin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandIn51PluginContractTest extends PluginContract {
    private static final String TOKEN = "0123456789abcdef";

    private MoodleFake moodle;

    @BeforeAll
    void start() {
        moodle = MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1).withPlugin());
        moodle.addUsers(TestSite.people(2));
        moodle.addCourses(TestSite.courses(20));
    }

    @AfterAll
    void stop() {
        moodle.close();
    }

    @Override
    SiteUnderTest site() {
        return new SiteUnderTest(new Rest(moodle.baseUri(), TOKEN), 5, 6, 2);
    }
}
