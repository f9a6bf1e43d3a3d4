package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.fake.MoodleVersion;

class Moodle51BridgeTest extends MoodleBridgeContract {
    Moodle51BridgeTest() {
        super(MoodleVersion.V5_1);
    }
}
