package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.kvalitetsbro.moodle.fake.MoodleContract.SiteUnderTest;

/** The Moodle that the environment names, where it has the plugin. {@code ./check moodle} runs it. */
class RealPluginContract extends PluginContract {
    @Override
    SiteUnderTest site() {
        var site = new RealMoodleContract().site();
        var functions = site.rest().object("core_webservice_get_site_info").getJsonArray("functions");
        assumeTrue(functions.toString().contains("local_kvalitetsbro_get_limits"), "the site lacks the plugin");
        return site;
    }
}
