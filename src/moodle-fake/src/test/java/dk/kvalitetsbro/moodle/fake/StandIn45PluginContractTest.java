package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.MoodleContract.SiteUnderTest;
import org.junit.jupiter.api.AfterAll;

/** The stand-in as Moodle 4.5 with the plugin. */
class StandIn45PluginContractTest extends PluginContract {
    private final TestSite standIn = new TestSite(
            2, 20, settings -> settings.withVersion(MoodleVersion.V4_5).withPlugin());

    @Override
    SiteUnderTest site() {
        return standIn.underTest();
    }

    @AfterAll
    void stop() {
        standIn.close();
    }
}
