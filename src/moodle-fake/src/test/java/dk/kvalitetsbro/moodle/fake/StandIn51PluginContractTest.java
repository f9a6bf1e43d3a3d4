package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.MoodleContract.SiteUnderTest;
import org.junit.jupiter.api.AfterAll;

/** The stand-in as Moodle 5.1 with the plugin. */
class StandIn51PluginContractTest extends PluginContract {
    private final TestSite standIn = new TestSite(
            2, 20, settings -> settings.withVersion(MoodleVersion.V5_1).withPlugin());

    @Override
    SiteUnderTest site() {
        return standIn.underTest();
    }

    @AfterAll
    void stop() {
        standIn.close();
    }
}
