package dk.kvalitetsbro.launcher;

import dk.kvalitetsbro.demo.Course;
import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.moodle.fake.Connector;
import dk.kvalitetsbro.moodle.fake.Course.CustomField;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import dk.kvalitetsbro.moodle.fake.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Moodle stand-in with the plugin, and the demo municipality's people and courses in it. */
record MoodleStandIn(MoodleFake fake, MoodleSite site) implements AutoCloseable {
    static MoodleStandIn start(DataFolder folder, int port) {
        var token = folder.moodleToken();
        var settings = new Settings(port, Optional.of(folder.moodle()), token, MoodleVersion.V5_1).withPlugin();
        var fake = MoodleFake.start(settings);
        return new MoodleStandIn(fake, new MoodleSite(fake.baseUri(), token));
    }

    /** Gives an empty Moodle the people and courses; one that has some keeps them as they are. */
    void admit(DemoMunicipality municipality) {
        if (fake.isEmpty()) {
            fake.addUsers(Stream.concat(municipality.people().stream(), municipality.others().stream())
                    .map(MoodleStandIn::user)
                    .toList());
            fake.addCourses(
                    municipality.courses().stream().map(MoodleStandIn::course).toList());
        }
    }

    /** Has the plugin in it tell what takes place from now on. */
    void tell(Connector connector) {
        fake.sendEventsTo(connector);
    }

    /** Lets people open the connector from there, now that it listens. */
    void offer(Connector connector) {
        fake.openWithLaunch(connector);
    }

    private static User user(Person person) {
        return User.named(person.username(), person.name(), person.personKey().toString());
    }

    private static dk.kvalitetsbro.moodle.fake.Course course(Course course) {
        return new dk.kvalitetsbro.moodle.fake.Course(
                course.code(),
                course.code(),
                course.titleDa(),
                course.titleEn(),
                "Dagtilbud",
                List.of(
                        new CustomField("hours", "Timer", String.valueOf(course.hours())),
                        new CustomField("format", "Form", course.format())));
    }

    @Override
    public void close() {
        fake.close();
    }
}
