package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.fake.MoodleVersion;

class Moodle45ThemesTest extends ThemesContract {
    Moodle45ThemesTest() {
        super(MoodleVersion.V4_5);
    }
}
