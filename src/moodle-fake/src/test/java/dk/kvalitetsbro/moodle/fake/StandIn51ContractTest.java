package dk.kvalitetsbro.moodle.fake;

import org.junit.jupiter.api.AfterAll;

/** The stand-in as Moodle 5.1. */
class StandIn51ContractTest extends MoodleContract {
    private final TestSite standIn = new TestSite(2, 1, settings -> settings.withVersion(MoodleVersion.V5_1));

    @Override
    SiteUnderTest site() {
        return standIn.underTest();
    }

    @AfterAll
    void stop() {
        standIn.close();
    }
}
