package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.catalogue.CourseSource;
import dk.kvalitetsbro.moodle.client.Course;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moodle's courses, with hours and format from the fields that the municipality has added to them. */
@ApplicationScoped
class MoodleCourses implements CourseSource {
    /** A number as people write it into a text field: 3, 3,5 or 3 timer. */
    private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]{1,4})(?:[.,]([0-9]+))?(?![0-9]).*");

    /** Moodle's name of the way in that the connector uses. */
    private static final String MANUAL = "manual";

    private final Moodle moodle;
    private final SameSite site;
    private final Silences silences;
    private final MoodleSettings settings;

    @Inject
    MoodleCourses(Moodle moodle, SameSite site, Silences silences, MoodleSettings settings) {
        this.moodle = moodle;
        this.site = site;
        this.silences = silences;
        this.settings = settings;
    }

    @Override
    public List<Offered> read() {
        return offered(() -> moodle.ask(client -> client.courses().all()));
    }

    @Override
    public List<Offered> readQuickly() {
        return offered(() -> moodle.askQuickly(client -> client.courses().all()));
    }

    @Override
    public Set<Long> withoutConditions() {
        return silences.withoutConditions();
    }

    @Override
    public String address(long id) {
        return settings.publicUrl() + "/course/view.php?id=" + id;
    }

    private List<Offered> offered(Supplier<List<Course>> reading) {
        site.require();
        List<Offered> offered = reading.get().stream().map(this::offered).toList();
        site.keep();
        return offered;
    }

    private Offered offered(Course course) {
        return new Offered(
                course.id(),
                course.idnumber().orElse(""),
                plain(course.fullname()),
                course.customField(settings.hoursField())
                        .map(MoodleCourses::wholeHours)
                        .orElse(OptionalInt.empty()),
                course.customField(settings.formatField()).map(MoodleCourses::plain),
                course.visible(),
                course.enrolments().map(ways -> ways.contains(MANUAL)).orElse(true),
                course.completion().orElse(true));
    }

    /** @return the hours, rounded up: better too much time set aside than too little */
    static OptionalInt wholeHours(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return OptionalInt.empty();
        }
        boolean begun = number.group(2) != null && !number.group(2).matches("0+");
        return OptionalInt.of(Integer.parseInt(number.group(1)) + (begun ? 1 : 0));
    }

    /** Moodle formats names for HTML; here they are text. */
    static String plain(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#039;", "'")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
