package dk.kvalitetsbro.moodle.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * Moodle's web services at one site with one token, in groups by subject. Safe to share between threads, virtual ones
 * included; close it when done. Make one for a site and keep it: it learns how many calls the site takes at a time.
 *
 * <p>Reads are sent again, a few times and with growing pauses, while the site is unavailable. Writes are not: a write
 * whose reply is lost ends as {@link MoodleException.Unclear}, except in the bulk writes, which find out by reading what
 * took place. Every method throws {@link MoodleException} and nothing else for trouble with Moodle, and returns no null.
 * Interrupting a thread cancels its call.
 *
 * <pre>{@code
 * try (var moodle = MoodleClient.at(URI.create("https://moodle.example.dk"), token).build()) {
 *     moodle.enrolments().enrol(List.of(Enrolment.of(userId, courseId)));
 * }
 * }</pre>
 */
public final class MoodleClient implements AutoCloseable {
    private final ExecutorService threads = Crew.threads();
    private final Transport transport;
    private final Wire wire;
    private final Site site;
    private final Courses courses;
    private final Users users;
    private final Enrolments enrolments;
    private final Completions completions;
    private final Cohorts cohorts;
    private final Competencies competencies;
    private final LearningPlans learningPlans;
    private final Messages messages;
    private final Calendar calendar;
    private final Groups groups;
    private final Feedback feedback;
    private final Reports reports;
    private final Plugin plugin;

    private MoodleClient(Builder settings) {
        this.transport =
                new Transport(settings.site, settings.token, settings.connectTimeout, settings.replyTimeout, threads);
        this.wire = Wire.over(transport, settings, threads);
        this.site = new Site(wire, settings.site, settings.studentRole, settings.clock);
        this.courses = new Courses(wire);
        this.users = new Users(wire);
        this.enrolments = new Enrolments(wire, settings.studentRole);
        this.cohorts = new Cohorts(wire);
        this.competencies = new Competencies(wire);
        this.learningPlans = new LearningPlans(wire);
        this.messages = new Messages(wire);
        this.calendar = new Calendar(wire);
        this.groups = new Groups(wire);
        this.feedback = new Feedback(wire);
        this.reports = new Reports(wire);
        this.plugin = new Plugin(wire);
        this.completions =
                new Completions(wire, reports, settings.completionReport, settings.pollingBudget, settings.clock);
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

    /** The site itself: its version, and what the token can and can't do there. */
    public Site site() {
        return site;
    }

    /** Courses, their contents and categories. */
    public Courses courses() {
        return courses;
    }

    /** People's accounts. */
    public Users users() {
        return users;
    }

    /** Manual enrolment, and who is enrolled. */
    public Enrolments enrolments() {
        return enrolments;
    }

    /** Who has completed what. */
    public Completions completions() {
        return completions;
    }

    /** Groups of people across the site. */
    public Cohorts cohorts() {
        return cohorts;
    }

    /** Competencies, the courses that lead to them, and people's grades. */
    public Competencies competencies() {
        return competencies;
    }

    /** People's plans of competencies to reach. */
    public LearningPlans learningPlans() {
        return learningPlans;
    }

    /** Messages to people. */
    public Messages messages() {
        return messages;
    }

    /** Entries in calendars. */
    public Calendar calendar() {
        return calendar;
    }

    /** Groups within courses. */
    public Groups groups() {
        return groups;
    }

    /** Feedback activities and their answers. */
    public Feedback feedback() {
        return feedback;
    }

    /** The report builder. */
    public Reports reports() {
        return reports;
    }

    /** What only the plugin {@code local_kvalitetsbro} offers. */
    public Plugin plugin() {
        return plugin;
    }

    /**
     * Calls a function that only reads, again if the site is unavailable.
     *
     * @param type what JSON-B reads the reply as; an array type for a function that returns a list
     * @return empty where the function returned {@code null}
     */
    public <T> Optional<T> read(String function, Params params, Class<T> type) {
        return wire.json().as(type, function, Effect.READS, wire.calls().read(function, params));
    }

    /**
     * Calls a function that only reads and returns a list, and hands over its rows one by one as they arrive, on the
     * caller's thread: however long the list, one row of it is held. Once a row has been handed over nothing is asked
     * again, and trouble on the way is {@link MoodleException.Unavailable}.
     *
     * @param type what JSON-B reads each row as
     */
    public <T> void readRows(String function, Params params, Class<T> type, Consumer<T> each) {
        wire.calls().readRows(function, params, row -> wire.json()
                .as(type, function, Effect.READS, row)
                .ifPresent(each));
    }

    /**
     * Calls any function, once. Throws {@link MoodleException.Unclear} when nobody can tell whether it took place.
     *
     * @param type what JSON-B reads the reply as; an array type for a function that returns a list
     * @return empty where the function returned {@code null}
     */
    public <T> Optional<T> call(String function, Params params, Class<T> type) {
        return wire.json().as(type, function, Effect.WRITES, wire.calls().write(function, params));
    }

    /** Cancels what is under way and lets go of connections and threads. */
    @Override
    public void close() {
        transport.close();
        threads.shutdownNow();
        wire.json().close();
    }

    /** What a client may be told beside the address and the token. */
    public static final class Builder {
        private final URI site;
        private final String token;
        private Duration connectTimeout = Duration.ofSeconds(10);
        Duration replyTimeout = Duration.ofSeconds(60);
        int attempts = 4;
        int variableBudget = 900;
        int parallelCalls = 8;
        private int pollingBudget = 500;
        private long studentRole = 5;
        private OptionalLong completionReport = OptionalLong.empty();
        Clock clock = Clock.systemUTC();
        Pause pause = time -> Thread.sleep(time.toMillis());
        MoodleEvents events = MoodleEvents.NONE;

        private Builder(URI site, String token) {
            this.site = Objects.requireNonNull(site, "site");
            this.token = Objects.requireNonNull(token, "token");
        }

        /** How long to wait for a connection, 10 seconds unless told. */
        public Builder connectTimeout(Duration time) {
            this.connectTimeout = time;
            return this;
        }

        /**
         * How long to wait for a reply, or for a place among the parallel calls; 60 seconds unless told. Bulk writes
         * keep their calls below 2 seconds, or a quarter of this.
         */
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

        /**
         * How many calls may be under way at a time at the very most, 8 unless told. The client starts with 2 and takes
         * more only as long as the site does more for it.
         */
        public Builder parallelCalls(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("Not a number of calls: " + most);
            }
            this.parallelCalls = most;
            return this;
        }

        /** How many calls one question for completions may cost where each pair is asked about, 500 unless told. */
        public Builder pollingBudget(int calls) {
            this.pollingBudget = calls;
            return this;
        }

        /** The id of the role that enrolments give, 5 unless told, as in every Moodle whose roles were left alone. */
        public Builder studentRole(long roleId) {
            this.studentRole = roleId;
            return this;
        }

        /** The id of the report that tells completions; the first one on course participants unless told. */
        public Builder completionReport(long reportId) {
            this.completionReport = OptionalLong.of(reportId);
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
