package dk.kvalitetsbro.moodle.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Moodle's web services at one site with one token. Safe to share between threads; close it when done.
 *
 * <p>Reads are sent again, a few times and with growing pauses, while the site is unavailable. Writes are not: a write
 * whose reply is lost ends as {@link MoodleException.Unclear}, except in the bulk writes, which find out by reading what
 * took place. Every method throws {@link MoodleException} and nothing else for trouble with Moodle, and returns no null.
 *
 * <pre>{@code
 * try (var moodle = MoodleClient.at(URI.create("https://moodle.example.dk"), token).build()) {
 *     moodle.enrol(List.of(Enrolment.of(userId, courseId)));
 * }
 * }</pre>
 */
public final class MoodleClient implements AutoCloseable {
    private static final String SITE_INFO = "core_webservice_get_site_info";
    private static final String COURSES = "core_course_get_courses_by_field";
    private static final String USERS = "core_user_get_users_by_field";
    private static final int USERS_PER_CALL = 100;

    private final Calls calls;
    private final ManualEnrolment enrolment;
    private final int variableBudget;
    private final JsonBinding json = new JsonBinding();

    private MoodleClient(Builder settings) {
        this.calls = new Calls(
                new Transport(settings.site, settings.token, settings.connectTimeout, settings.replyTimeout),
                new ReplyReader(settings.clock),
                new Backoff(
                        settings.attempts,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(10),
                        settings.pause,
                        RandomGenerator.getDefault()),
                settings.events);
        this.enrolment = new ManualEnrolment(calls, settings.studentRole);
        this.variableBudget = settings.variableBudget;
    }

    /**
     * A client for the site at this address.
     *
     * @param site  {@code https://host}, perhaps with a port and a path
     * @param token of the service's account; it travels in the request's body only
     */
    public static Builder at(URI site, String token) {
        return new Builder(site, token);
    }

    /** The site, its version and what the token may call. */
    public SiteInfo siteInfo() {
        return SiteInfo.from(Fields.of(SITE_INFO, calls.read(SITE_INFO, Params.none())));
    }

    /** Every course that the token's account can see, but not the front page that Moodle counts among them. */
    public List<Course> courses() {
        var reply = Fields.of(COURSES, calls.read(COURSES, Params.none()));
        return reply.rows("courses").filter(Course::isCourse).map(Course::from).toList();
    }

    /**
     * The accounts with one of these idnumbers, in no particular order: an unknown one gives none, one that Moodle has
     * twice gives two. All come back empty when the token lacks {@code moodle/user:viewalldetails}.
     */
    public List<User> usersByIdnumber(Collection<String> idnumbers) {
        if (idnumbers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A blank idnumber would find everybody who has none");
        }
        var found = new ArrayList<User>();
        var asked = idnumbers.stream().distinct().toList();
        for (int start = 0; start < asked.size(); start += USERS_PER_CALL) {
            var params = Params.none().add("field", "idnumber");
            int end = Math.min(start + USERS_PER_CALL, asked.size());
            for (int i = start; i < end; i++) {
                params.add("values[" + (i - start) + "]", asked.get(i));
            }
            found.addAll(Fields.list(USERS, calls.read(USERS, params), User::from));
        }
        return List.copyOf(found);
    }

    /** Everybody enrolled in the course, by whatever method, suspended or not. */
    public List<EnrolledUser> enrolledUsers(long courseId) {
        return enrolment.enrolledUsers(courseId);
    }

    /**
     * Enrols any number of people in any number of courses and tells for each row what became of it. Somebody who is
     * enrolled already, by whatever method, is left as they are. Safe to call again with the same rows.
     */
    public List<RowResult<Enrolment>> enrol(Collection<Enrolment> rows) {
        return new BulkWrite<>(calls, enrolment.enrolling(), variableBudget).write(rows);
    }

    /** Ends manual enrolments. Moodle deletes them with their grades; safe to call again with the same rows. */
    public List<RowResult<Unenrolment>> unenrol(Collection<Unenrolment> rows) {
        return new BulkWrite<>(calls, enrolment.unenrolling(), variableBudget).write(rows);
    }

    /** Whether each person has completed the course named beside them; one answer a pair, in the order given. */
    public List<CourseCompletion> courseCompletions(Collection<CourseCompletion.Pair> pairs) {
        return new CompletionPolling(calls).ask(List.copyOf(pairs));
    }

    /**
     * Calls a function that only reads, again if the site is unavailable.
     *
     * @param type what JSON-B reads the reply as; an array type for a function that returns a list
     * @return empty where the function returned {@code null}
     */
    public <T> Optional<T> read(String function, Params params, Class<T> type) {
        return json.as(type, function, Effect.READS, calls.read(function, params));
    }

    /**
     * Calls any function, once. Throws {@link MoodleException.Unclear} when nobody can tell whether it took place.
     *
     * @param type what JSON-B reads the reply as; an array type for a function that returns a list
     * @return empty where the function returned {@code null}
     */
    public <T> Optional<T> call(String function, Params params, Class<T> type) {
        return json.as(type, function, Effect.WRITES, calls.write(function, params));
    }

    @Override
    public void close() {
        calls.close();
        json.close();
    }

    /** What a client may be told beside the address and the token. */
    public static final class Builder {
        private final URI site;
        private final String token;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration replyTimeout = Duration.ofSeconds(60);
        private int attempts = 4;
        private int variableBudget = 900;
        private long studentRole = 5;
        private Clock clock = Clock.systemUTC();
        private Pause pause = time -> Thread.sleep(time.toMillis());
        private MoodleEvents events = MoodleEvents.NONE;

        private Builder(URI site, String token) {
            this.site = Objects.requireNonNull(site, "site");
            this.token = Objects.requireNonNull(token, "token");
        }

        /** How long to wait for a connection, 10 seconds unless told. */
        public Builder connectTimeout(Duration time) {
            this.connectTimeout = time;
            return this;
        }

        /** How long to wait for a reply, 60 seconds unless told: Moodle takes 2 for an enrolment of 300. */
        public Builder replyTimeout(Duration time) {
            this.replyTimeout = time;
            return this;
        }

        /** How often a call is sent in all while the site is unavailable, 4 unless told. */
        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        /**
         * How many variables one bulk call may hold, 900 unless told, since PHP's own {@code max_input_vars} is 1000.
         * What a larger call claims to have done is read back.
         */
        public Builder variableBudget(int variables) {
            this.variableBudget = variables;
            return this;
        }

        /** The id of the role that enrolments give, 5 unless told, as in every Moodle whose roles were left alone. */
        public Builder studentRole(long roleId) {
            this.studentRole = roleId;
            return this;
        }

        /** Reads the time against which a site's {@code Retry-After} is measured. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** How pauses between attempts are made; the thread sleeps unless told. */
        public Builder pause(Pause pause) {
            this.pause = pause;
            return this;
        }

        /** Who hears of calls and repeats; nobody unless told. */
        public Builder events(MoodleEvents events) {
            this.events = events;
            return this;
        }

        /** Throws {@link IllegalArgumentException} for an address or a token that can't be one. */
        public MoodleClient build() {
            return new MoodleClient(this);
        }

        @Override
        public String toString() {
            return "MoodleClient.Builder at " + site.getHost();
        }
    }
}
