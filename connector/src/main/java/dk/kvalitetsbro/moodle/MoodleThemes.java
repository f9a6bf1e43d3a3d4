package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.catalogue.ThemeLinks;
import dk.kvalitetsbro.moodle.client.Catalogue;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.Outcome;
import dk.kvalitetsbro.moodle.client.Plugin;
import dk.kvalitetsbro.moodle.client.RowResult;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Themes as competencies of Moodle, by the plugin. What a refusal says is Moodle's error codes. */
@ApplicationScoped
class MoodleThemes implements ThemeLinks {
    private final Moodle moodle;
    private final SameSite site;

    @Inject
    MoodleThemes(Moodle moodle, SameSite site) {
        this.moodle = moodle;
        this.site = site;
    }

    /** Asks Moodle each time: the client remembers for a while what a site offers, also where a token was not let in. */
    @Override
    public boolean areOffered() {
        site.require();
        return moodle.ask(client -> {
            client.site().info();
            return client.plugin().offered();
        });
    }

    /** By their Danish names: that is the municipality's language. */
    @Override
    public void publish(List<Theme> themes) {
        List<Plugin.Theme> wanted = themes.stream()
                .map(theme ->
                        new Plugin.Theme(theme.code().value(), theme.name().da(), theme.description()))
                .toList();
        var refused = new TreeSet<String>();
        moodle.ask(client -> client.plugin().setThemes(wanted)).stream()
                .map(RowResult::outcome)
                .forEach(outcome -> refused.addAll(refusal(outcome)));
        if (!refused.isEmpty()) {
            throw new Refused(String.join(" ", refused));
        }
    }

    private static List<String> refusal(Outcome outcome) {
        if (outcome instanceof Outcome.Unknown unknown) {
            throw unknown.why();
        }
        if (outcome instanceof Outcome.NotAllowed no) {
            return List.of(no.errorCode());
        }
        return outcome instanceof Outcome.Refused refused ? List.of(refused.errorCode()) : List.of();
    }

    /** A course that changes while its page is turned is told twice: then the later word counts. */
    @Override
    public Links read() {
        Map<Long, Catalogue.Course> courses = new HashMap<>();
        moodle.ask(
                client -> client.plugin().catalogue(Plugin.Cursor.START, course -> courses.put(course.id(), course)));
        return new Links(
                courses.keySet(),
                courses.values().stream().flatMap(MoodleThemes::links).toList());
    }

    private static Stream<Link> links(Catalogue.Course course) {
        return course.themes().stream()
                .map(theme -> new Link(
                        course.id(), theme.code(), State.valueOf(theme.state().name())));
    }

    @Override
    public void attach(long course, ThemeCode theme) {
        change(() -> moodle.ask(client -> client.plugin().attach(course, theme.value())));
    }

    @Override
    public void detach(long course, ThemeCode theme) {
        change(() -> moodle.ask(client -> client.plugin().detach(course, theme.value())));
    }

    /** A right may be lacking in a single course. */
    private static void change(Runnable call) {
        try {
            call.run();
        } catch (MoodleException.Refused e) {
            throw new Refused(e.errorCode());
        } catch (NotAllowed e) {
            if (e.obstacle().siteWide()) {
                throw e;
            }
            throw new Refused(e.errorCode());
        }
    }
}
