package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpServer;
import dk.kvalitetsbro.moodle.fake.Tables.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running stand-in for Moodle on 127.0.0.1.
 *
 * <p>Web services answer at {@code /webservice/rest/server.php}; people sign in at {@code /login/index.php}, without a
 * password, and complete courses at {@code /course/view.php?id=…}. State in a folder survives a restart and the sudden
 * death of the process: a write is on disk before its reply leaves.
 */
public final class MoodleFake implements AutoCloseable {
    /** As many requests at a time as the recorded sites had PHP workers. */
    private static final int WORKERS = 8;

    private final Site site;
    private final Seeds seeds;
    private final HttpServer server;
    private final ExecutorService workers;
    private final URI baseUri;
    private final Faults faults;
    private final EventQueue events;
    private final boolean plugin;
    private final Sleeper sleeper;
    private final LtiPlatform lti;
    private Optional<EventPoster> poster = Optional.empty();

    private MoodleFake(Settings settings, Site site, Sleeper sleeper, HttpServer server) {
        this.site = site;
        this.seeds = new Seeds(site);
        this.events = new EventQueue(site);
        this.plugin = settings.plugin();
        this.sleeper = sleeper;
        this.server = server;
        this.workers = Executors.newFixedThreadPool(WORKERS, work -> {
            var thread = new Thread(work, "moodle-fake");
            thread.setDaemon(true);
            return thread;
        });
        this.baseUri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var cost = settings.timed() ? Optional.of(new Cost(sleeper)) : Optional.<Cost>empty();
        var services = new WebServices(site, settings.version(), settings.plugin(), baseUri.toString(), cost);
        this.faults = new Faults(services);
        if (plugin) {
            site.observe(new PluginObserver(site, events));
        }
        server.createContext(
                "/webservice/rest/server.php", new RestEndpoint(settings.token(), services, faults, sleeper));
        lti = new LtiPlatform(site, baseUri);
        var tools = new LtiServices(lti, site, baseUri, settings.version());
        LtiServices.paths().forEach(path -> server.createContext(path, tools));
        server.createContext("/", new Pages(site, baseUri, lti, settings.version()));
        server.setExecutor(workers);
    }

    /**
     * Starts a stand-in.
     *
     * @throws UncheckedIOException  where the port is taken or the folder can't be written
     * @throws IllegalStateException where another stand-in runs on the folder
     */
    public static MoodleFake start(Settings settings) {
        return start(settings, Clock.systemUTC(), Sleeper.real());
    }

    /**
     * Starts a stand-in in a time of its own.
     *
     * @param clock   what the site takes the time from
     * @param sleeper how it lets time pass where a call takes its measured time or is told to be late, and
     *                between two attempts to post events
     */
    public static MoodleFake start(Settings settings, Clock clock, Sleeper sleeper) {
        var server = listen(settings.port());
        try {
            var site = Site.open(settings.stateFolder(), clock);
            var fake = new MoodleFake(settings, site, sleeper, server);
            server.start();
            return fake;
        } catch (RuntimeException e) {
            server.stop(0);
            throw e;
        }
    }

    /** Where the site is, without a slash at the end. */
    public URI baseUri() {
        return baseUri;
    }

    /** Whether there is neither an account nor a course yet. */
    public boolean isEmpty() {
        return seeds.isEmpty();
    }

    /** Makes an account for each new username; returns everybody's ids in the order given. */
    public List<Long> addUsers(List<User> users) {
        return seeds.addUsers(users);
    }

    /** Makes a course for each new short name; returns the courses' ids in the order given. */
    public List<Long> addCourses(List<Course> courses) {
        return seeds.addCourses(courses);
    }

    /** Sets a course up otherwise than before. */
    public void setUp(long courseId, CourseSettings settings) {
        seeds.setUp(courseId, settings);
    }

    /** Deletes a course with all that is in it. */
    public void deleteCourse(long courseId) {
        seeds.deleteCourse(courseId);
    }

    /** Makes a category where the name is new; courses make their own where it is missing. Returns its id. */
    public long addCategory(String name, String idnumber) {
        return seeds.addCategory(name, idnumber);
    }

    /**
     * Puts an activity into a course.
     *
     * @param kind     forum, page or another of Moodle's names
     * @param tracking how it is completed: 0 not at all, 1 by saying so, 2 by itself
     * @return its course-module id
     */
    public long addActivity(long courseId, String kind, String name, int tracking) {
        return seeds.addActivity(courseId, kind, name, tracking);
    }

    /** Puts a feedback activity into a course; returns the feedback's id. */
    public long addFeedback(long courseId, String name, boolean anonymous, List<FeedbackQuestion> questions) {
        return seeds.addFeedback(courseId, name, anonymous, questions);
    }

    /** Answers a feedback: a number, the number of a choice or a text for each question, in their order. */
    public void respond(long feedbackId, long userId, List<String> values) {
        seeds.respond(feedbackId, userId, values);
    }

    /** Completes a course for somebody enrolled in it, as the button on the course's page does. */
    public void complete(long userId, long courseId) {
        seeds.complete(userId, courseId, site.now(), true);
    }

    /**
     * Completes a course for somebody enrolled in it, as a teacher or an activity does: Moodle's own functions then tell
     * that the course is completed, but not when.
     */
    public void completeOtherwise(long userId, long courseId, Instant at) {
        seeds.complete(userId, courseId, at.getEpochSecond(), false);
    }

    /** How somebody is enrolled in a course, if at all. */
    public Optional<Enrolment> enrolment(long userId, long courseId) {
        return site.transaction(() -> site.tables().enrolment(userId, courseId).map(Enrolment::of));
    }

    /** How many people are enrolled in a course. */
    public int enrolled(long courseId) {
        return site.transaction(() -> site.tables().enrolmentsByCourse.count(courseId));
    }

    /** What the plugin keeps of somebody's course, if it was assigned. */
    public Optional<Assignment> assignment(long userId, long courseId) {
        return site.transaction(() ->
                site.tables().assignedByPair.first(new Pair(userId, courseId)).map(Assignment::of));
    }

    /** Deletes an account with its enrolments and memberships. */
    public void deleteUser(long userId) {
        seeds.deleteUser(userId);
    }

    /** Whether the plugin keeps and shows reasons, which an administrator chooses; at first it does not. */
    public void showReasons(boolean show) {
        seeds.showReasons(show);
    }

    /**
     * Has the plugin post its events to the connector from now on, beginning with those that wait.
     *
     * @throws IllegalStateException where it does so already, or the site lacks the plugin
     */
    public synchronized void sendEventsTo(Connector connector) {
        if (!plugin || poster.isPresent()) {
            throw new IllegalStateException("Events go to a connector already, or the site lacks the plugin");
        }
        poster = Optional.of(EventPoster.start(events, connector, baseUri, site, sleeper));
    }

    /**
     * Has the plugin set the connector up as a tool that people open with a launch, and tell it of the site.
     *
     * @throws IllegalStateException where no events go to a connector
     */
    public synchronized void openWithLaunch(Connector connector) {
        if (poster.isEmpty()) {
            throw new IllegalStateException("Events go to no connector, so it can't be told");
        }
        var description = lti.description(lti.addKvalitetsbro(connector.address()));
        site.transaction(() -> {
            events.add("platform_registered", 0, 0, description);
            return description;
        });
    }

    /** How many events wait for the connector. */
    public int waitingEvents() {
        return events.waiting();
    }

    /** The site as a platform of LTI 1.3. */
    public LtiPlatform lti() {
        return lti;
    }

    /** The trouble to make. */
    public Faults faults() {
        return faults;
    }

    /** Stops at once; what was answered is on disk. */
    @Override
    public synchronized void close() {
        server.stop(0);
        workers.shutdownNow();
        poster.ifPresent(EventPoster::close);
        site.close();
    }

    private static HttpServer listen(int port) {
        // Without it every reply waits some 40 ms for the caller to confirm the headers. Read once, by the first
        // server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The Moodle stand-in can't listen on 127.0.0.1:" + port, e);
        }
    }
}
