package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.fake.MoodleVersion;

class Moodle51CompletionsTest extends CompletionsContract {
    Moodle51CompletionsTest() {
        super(MoodleVersion.V5_1);
    }
}
