package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import org.junit.jupiter.api.AfterEach;

/** The stand-in, behaving like 4.5. */
class StandIn45ContractTest extends MoodleContract {
    private final TestSite site = new TestSite(2, 2, settings -> settings.withVersion(MoodleVersion.V4_5));

    @Override
    MoodleClient connect() {
        return site.client();
    }

    @AfterEach
    void stop() {
        site.close();
    }
}
