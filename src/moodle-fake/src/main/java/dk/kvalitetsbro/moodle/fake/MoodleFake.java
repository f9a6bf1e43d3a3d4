package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
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
    private final HttpServer server;
    private final ExecutorService workers;
    private final URI baseUri;
    private final Faults faults;

    private MoodleFake(Settings settings, Site site, HttpServer server) {
        this.site = site;
        this.server = server;
        this.workers = Executors.newFixedThreadPool(WORKERS, work -> {
            var thread = new Thread(work, "moodle-fake");
            thread.setDaemon(true);
            return thread;
        });
        this.baseUri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var services = new WebServices(site, settings.version(), baseUri.toString());
        this.faults = new Faults(services);
        server.createContext("/webservice/rest/server.php", new RestEndpoint(settings.token(), services, faults));
        server.createContext("/", new Pages(site, baseUri));
        server.setExecutor(workers);
    }

    /**
     * Starts a stand-in.
     *
     * @throws UncheckedIOException  where the port is taken or the folder can't be written
     * @throws IllegalStateException where another stand-in runs on the folder
     */
    public static MoodleFake start(Settings settings) {
        var server = listen(settings.port());
        try {
            var site = Site.open(settings.stateFolder(), Clock.systemUTC());
            var fake = new MoodleFake(settings, site, server);
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
        return site.isEmpty();
    }

    /** Makes an account for each new username; returns everybody's ids in the order given. */
    public List<Long> addUsers(List<User> users) {
        return site.addUsers(users);
    }

    /** Makes a course for each new short name; returns the courses' ids in the order given. */
    public List<Long> addCourses(List<Course> courses) {
        return site.addCourses(courses);
    }

    /** Completes a course for somebody enrolled in it, as the button on the course's page does. */
    public void complete(long userId, long courseId) {
        site.complete(userId, courseId);
    }

    /** How somebody is enrolled in a course, if at all. */
    public Optional<Enrolment> enrolment(long userId, long courseId) {
        synchronized (site) {
            return site.enrolments().find(userId, courseId).map(Enrolment::of);
        }
    }

    /** How many people are enrolled in a course. */
    public int enrolled(long courseId) {
        synchronized (site) {
            return site.enrolments().inCourse(courseId).size();
        }
    }

    /** The trouble to make. */
    public Faults faults() {
        return faults;
    }

    /** Stops at once; what was answered is on disk. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
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
