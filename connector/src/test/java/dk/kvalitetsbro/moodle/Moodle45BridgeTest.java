package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.fake.MoodleVersion;

class Moodle45BridgeTest extends MoodleBridgeContract {
    Moodle45BridgeTest() {
        super(MoodleVersion.V4_5);
    }
}
