package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.fake.MoodleVersion;

class Moodle51ThemesTest extends ThemesContract {
    Moodle51ThemesTest() {
        super(MoodleVersion.V5_1);
    }
}
