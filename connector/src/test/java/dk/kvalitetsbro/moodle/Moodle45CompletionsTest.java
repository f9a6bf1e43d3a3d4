package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.fake.MoodleVersion;

class Moodle45CompletionsTest extends CompletionsContract {
    Moodle45CompletionsTest() {
        super(MoodleVersion.V4_5);
    }
}
