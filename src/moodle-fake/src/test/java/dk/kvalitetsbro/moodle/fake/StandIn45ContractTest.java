package dk.kvalitetsbro.moodle.fake;

import org.junit.jupiter.api.AfterAll;

/** The stand-in as Moodle 4.5. */
class StandIn45ContractTest extends MoodleContract {
    private final TestSite standIn = new TestSite(2, 1, settings -> settings.withVersion(MoodleVersion.V4_5));

    @Override
    SiteUnderTest site() {
        return standIn.underTest();
    }

    @AfterAll
    void stop() {
        standIn.close();
    }
}
