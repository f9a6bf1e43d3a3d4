package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.Readings.Reading;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.Obstacle;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Whether Moodle has the themes and their courses, as the connector's own records have it; Moodle is not asked. */
@ApplicationScoped
class ThemeCheck {
    private static final String NAME = "moodle.check.themes";

    private final Readings readings;

    @Inject
    ThemeCheck(Readings readings) {
        this.readings = readings;
    }

    /** @return nothing for a Moodle without the plugin */
    public List<Check> run(Texts texts) {
        Reading newest = readings.newest(Subject.THEMES);
        if (newest.lastOneFailed()) {
            return List.of(failed(texts, newest));
        }
        return newest.succeeded().stream()
                .map(time -> new Check(
                        State.SOUND, texts.get(NAME), texts.of(NAME + ".sound", texts.time(time), newest.found()), ""))
                .toList();
    }

    private static Check failed(Texts texts, Reading newest) {
        String time = texts.time(newest.failed().orElseThrow());
        String trouble = newest.trouble().orElse("");
        if (trouble.startsWith(ThemeUpdates.REFUSED)) {
            String codes = trouble.substring(ThemeUpdates.REFUSED.length());
            return new Check(
                    State.LOOK,
                    texts.get(NAME),
                    texts.of(NAME + ".refused", time, codes),
                    texts.get(NAME + ".refused.remedy"));
        }
        String before = newest.succeeded()
                .map(success -> " " + texts.of(NAME + ".before", texts.time(success)))
                .orElse("");
        return new Check(
                State.BROKEN, texts.get(NAME), texts.of(NAME + ".failed", time) + before, remedy(texts, trouble));
    }

    private static String remedy(Texts texts, String trouble) {
        return Stream.of(Obstacle.values())
                .filter(obstacle -> obstacle.name().equals(trouble))
                .findFirst()
                .map(obstacle -> obstacle.remedy(texts.locale()))
                .orElseGet(() ->
                        texts.get(TrafficCheck.OWN_REFUSALS.contains(trouble) ? trouble : "moodle.check.readAgain"));
    }
}
