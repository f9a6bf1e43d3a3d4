package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.fake.MoodleVersion;

/** The stand-in, behaving like 5.1 with the plugin. */
class StandIn51PluginContractTest extends PluginContract {
    private final TestSite standIn = new TestSite(
            2, 2, settings -> settings.withVersion(MoodleVersion.V5_1).withPlugin());

    @Override
    SiteUnderTest site() {
        return new SiteUnderTest(
                standIn.client(), standIn.people.get(0), standIn.people.get(1), standIn.courses.get(0), standIn::close);
    }
}
