package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What only the plugin {@code local_kvalitetsbro} offers. Enrolments and completions use it by themselves where the site
 * has it. Without it every method but {@link #offered} throws {@link NotAllowed}; a cursor that can't be is
 * {@link MoodleException.CursorRefused}.
 */
public final class Plugin {
    private static final String LIMITS = "local_kvalitetsbro_get_limits";
    private static final String CATALOGUE = "local_kvalitetsbro_get_catalogue";
    private static final String PEOPLE = "local_kvalitetsbro_get_people";
    private static final String ATTACH = "local_kvalitetsbro_attach_course";
    private static final String DETACH = "local_kvalitetsbro_detach_course";
    private static final int PAGE = 1_000;

    /**
     * Where a reader has come to in rows that are ordered by a time and an id.
     *
     * @param since   the time of the last row read, to the second
     * @param afterId the id of the last row read; 0 for all rows of that second
     */
    public record Cursor(Instant since, long afterId) {
        /** Before everything. A reading from here finds also what leaves no trace, such as a removed link. */
        public static final Cursor START = new Cursor(Instant.EPOCH, 0);

        private static final Duration OVERLAP = Duration.ofHours(1);

        /** Where to begin a new reading: Moodle writes some rows with a time that has passed by minutes. */
        static Cursor afterReadingAt(Instant now) {
            return new Cursor(now.minus(OVERLAP), 0);
        }

        Params params(int limit) {
            return Params.none().add("since", since).add("afterid", afterId).add("limit", limit);
        }
    }

    /**
     * Some rows.
     *
     * @param next where to go on; where there is {@code more} after the last row, otherwise where to begin a new reading
     * @param now  the server's time when the page was read
     */
    public record Page<R>(List<R> rows, boolean more, Cursor next, Instant now) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What the site takes and is.
     *
     * @param inputVariables how many values PHP takes in one call; it drops the rest
     * @param pageSize       how many rows a page has at the most
     * @param moodleRelease  Moodle's version for people
     * @param now            the server's time
     */
    public record Limits(
            int inputVariables,
            int pageSize,
            String moodleVersion,
            String moodleRelease,
            String pluginVersion,
            Instant now) {
        static Limits from(Fields reply) {
            return new Limits(
                    Math.toIntExact(reply.number("maxinputvars")),
                    Math.toIntExact(reply.number("pagesize")),
                    reply.text("moodleversion"),
                    reply.text("moodlerelease"),
                    reply.text("pluginversion"),
                    clock(reply));
        }
    }

    /**
     * An account.
     *
     * @param idnumber the person's key; gone with the account
     * @param deleted  whether the account is gone
     * @param cohorts  the idnumbers of the cohorts that the person is in
     * @param changed  when the account changed or joined a cohort
     */
    public record Person(
            long id,
            Optional<String> idnumber,
            boolean suspended,
            boolean deleted,
            List<String> cohorts,
            Instant changed) {
        public Person {
            cohorts = List.copyOf(cohorts);
        }

        static Person from(Fields row) {
            return new Person(
                    row.number("id"),
                    row.optionalText("idnumber"),
                    row.flag("suspended"),
                    row.flag("deleted"),
                    row.texts("cohorts").toList(),
                    Instant.ofEpochSecond(row.number("timemodified")));
        }
    }

    /** A theme as it is wanted in Moodle; the code is its key. Each has 100 characters at the most. */
    public record Theme(String code, String name, String description) {}

    private final Wire wire;

    Plugin(Wire wire) {
        this.wire = wire;
    }

    /** Whether the site has the plugin, and its functions are in the token's service. */
    public boolean offered() {
        return wire.offers().has(LIMITS);
    }

    /** What the site takes and is ({@code local_kvalitetsbro_get_limits}; 20 ms). */
    public Limits limits() {
        return Limits.from(ask(LIMITS, Params.none()));
    }

    /** One page of the courses that changed after the cursor, in the order of their change. */
    public Catalogue catalogue(Cursor from) {
        var reply = ask(CATALOGUE, from.params(PAGE));
        return new Catalogue(
                page(reply, "courses", Catalogue.Course::from, course -> new Cursor(course.changed(), course.id())),
                reply.rows("categories").map(Catalogue.Category::from).toList(),
                reply.number("total"));
    }

    /**
     * Hands over every course that changed after the cursor, holding one page of them. Courses that were deleted, links
     * that were removed and hidden categories leave no trace that a cursor finds.
     *
     * @return the last page, whose {@code next} is where to begin a new reading
     */
    public Catalogue catalogue(Cursor from, Consumer<Catalogue.Course> each) {
        var last = catalogue(from);
        last.courses().rows().forEach(each);
        while (last.courses().more()) {
            last = catalogue(last.courses().next());
            last.courses().rows().forEach(each);
        }
        return last;
    }

    /** One page of the accounts that changed after the cursor ({@code local_kvalitetsbro_get_people}). */
    public Page<Person> people(Cursor from) {
        return page(
                ask(PEOPLE, from.params(PAGE)),
                "people",
                Person::from,
                person -> new Cursor(person.changed(), person.id()));
    }

    /**
     * Hands over every account that changed after the cursor, deleted ones too, holding one page of them. Leaving a cohort
     * leaves no trace that a cursor finds.
     *
     * @return where to begin a new reading
     */
    public Cursor people(Cursor from, Consumer<Person> each) {
        var last = people(from);
        last.rows().forEach(each);
        while (last.more()) {
            last = people(last.next());
            last.rows().forEach(each);
        }
        return last.next();
    }

    /**
     * Adds and renames themes, and tells for each what became of it ({@code local_kvalitetsbro_set_themes}). None is ever
     * removed. Safe to call again with the same rows.
     */
    public List<RowResult<Theme>> setThemes(Collection<Theme> themes) {
        wire.offers().requirePlugin(PluginThemes.NAME);
        return wire.bulk(themes, PluginThemes::new);
    }

    /**
     * Attaches a course to a theme; a link that somebody made in Moodle is accepted by it. Safe to repeat after
     * {@link MoodleException.Unclear}.
     *
     * @return false where it was attached already
     */
    public boolean attach(long courseId, String themeCode) {
        return change(ATTACH, courseId, themeCode);
    }

    /**
     * Detaches a course from a theme, whoever made the link. Safe to repeat after {@link MoodleException.Unclear}.
     *
     * @return false where it was not attached
     */
    public boolean detach(long courseId, String themeCode) {
        return change(DETACH, courseId, themeCode);
    }

    private boolean change(String function, long courseId, String themeCode) {
        wire.offers().requirePlugin(function);
        var params = Params.none().add("courseid", courseId).add("themecode", themeCode);
        return wire.write(function, params).flag("changed");
    }

    private static <R> Page<R> page(Fields reply, String name, Function<Fields, R> row, Function<R, Cursor> afterRow) {
        var rows = reply.rows(name).map(row).toList();
        boolean more = reply.flag("more") && !rows.isEmpty();
        var next = more ? afterRow.apply(rows.get(rows.size() - 1)) : Cursor.afterReadingAt(clock(reply));
        return new Page<>(rows, more, next, clock(reply));
    }

    private static Instant clock(Fields reply) {
        return Instant.ofEpochSecond(reply.number("now"));
    }

    private Fields ask(String function, Params params) {
        wire.offers().requirePlugin(function);
        return wire.object(function, params);
    }
}
