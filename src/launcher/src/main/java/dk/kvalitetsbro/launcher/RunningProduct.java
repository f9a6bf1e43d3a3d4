package dk.kvalitetsbro.launcher;

import static java.util.stream.Collectors.joining;

import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.demo.Personas;
import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.moodle.fake.Connector;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole product, running: a PostgreSQL, a Moodle and the connector with the demo municipality in it. Each part is
 * started when the ones it needs answer; {@link #close} stops them in the opposite order.
 */
public final class RunningProduct implements AutoCloseable {
    private static final String SIZE = "size";
    private static final String SEEDED = "seeded";
    /** For the connector's Java machine: it starts sooner and is slower ever after, so no choice for production. */
    public static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Parts parts;
    private final URI uri;
    private final DemoMunicipality municipality;
    private final Database database;
    private final MoodleSite moodle;
    private final Payara payara;

    private RunningProduct(Options options, Parts parts, Consumer<String> progress) throws InterruptedException {
        this.parts = parts;
        uri = URI.create("http://127.0.0.1:" + options.port() + "/app/");
        options.database().ifPresent(Database::check);
        options.moodle().ifPresent(site -> progress.accept("Moodle at " + site + "\n" + site.check()));

        var folder = parts.add(DataFolder.open(options.data()));
        Payara.endLeftOver(folder.payara());
        FreePort.require(options.port());
        if (options.fresh()) {
            folder.empty();
        }
        municipality = DemoMunicipality.of(size(folder, options.size()));

        progress.accept("Database");
        database = options.database().orElseGet(() -> ownDatabase(folder));
        progress.accept("Moodle");
        var standIn = options.moodle().isPresent()
                ? Optional.<MoodleStandIn>empty()
                : Optional.of(standIn(folder, FreePort.preferably(options.port() + 1)));
        moodle = options.moodle().or(() -> standIn.map(MoodleStandIn::site)).orElseThrow();
        progress.accept("Connector");
        payara = parts.add(Payara.start(payaraSettings(options, folder)));
        payara.awaitReady();
        standIn.ifPresent(site -> site.offer(connector(folder)));
        if (!folder.note(SEEDED).equals(Optional.of(seedOf(options)))) {
            var anne =
                    Administration.signedIn(new Product(uri), personas().anne().personKey());
            new Seeding(municipality, anne, options.moodle().isEmpty(), progress).run();
            folder.note(SEEDED, seedOf(options));
        }
    }

    /**
     * Starts everything and returns when the product answers and holds the demo municipality.
     *
     * @param progress gets a line for each thing that is begun
     * @throws CannotStart if something is in the way; what was started by then is stopped again
     */
    public static RunningProduct start(Options options, Consumer<String> progress) throws InterruptedException {
        return start(options, new Parts(), progress);
    }

    /** Starts everything on free ports, in a new folder that {@link #close} deletes. */
    public static RunningProduct startTemporary(Size size) throws InterruptedException {
        var parts = new Parts();
        var folder = parts.add(TemporaryFolder.create());
        var options = new Options(
                FreePort.any(),
                folder.path().resolve("data"),
                false,
                Optional.of(size),
                Optional.empty(),
                Optional.empty());
        return start(options, parts, line -> {});
    }

    private static RunningProduct start(Options options, Parts parts, Consumer<String> progress)
            throws InterruptedException {
        try {
            return new RunningProduct(options, parts, progress);
        } catch (RuntimeException | InterruptedException e) {
            parts.close();
            throw e;
        }
    }

    /** A folder keeps the size that it was first started with. */
    private static Size size(DataFolder folder, Optional<Size> wanted) {
        var kept = folder.note(SIZE).map(Size::valueOf);
        if (kept.isPresent() && wanted.isPresent() && !kept.equals(wanted)) {
            throw new CannotStart("The folder " + folder + " holds a municipality of the size " + name(kept.get())
                    + ": add --fresh to replace it, or choose another folder with --data.");
        }
        var size = kept.or(() -> wanted).orElse(Size.BILLUND);
        folder.note(SIZE, size.name());
        return size;
    }

    private static String name(Size size) {
        return size.name().toLowerCase(Locale.ROOT);
    }

    private Database ownDatabase(DataFolder folder) {
        var postgres = parts.add(EmbeddedPostgres.start(folder.postgres()));
        return new Database(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private MoodleStandIn standIn(DataFolder folder, int port) {
        var moodle = parts.add(MoodleStandIn.start(folder, port));
        moodle.admit(municipality);
        moodle.tell(connector(folder));
        return moodle;
    }

    private Connector connector(DataFolder folder) {
        return new Connector(uri.resolve("/"), folder.moodleEventsSecret());
    }

    private Payara.Settings payaraSettings(Options options, DataFolder folder) {
        var environment = new HashMap<String, String>();
        environment.put("DB_URL", database.jdbcUrl());
        environment.put("DB_USER", database.user());
        environment.put("DB_PASSWORD", database.password());
        environment.put("MOODLE_URL", moodle.url().toString());
        environment.put("MOODLE_TOKEN", moodle.token());
        if (options.moodle().isEmpty()) {
            environment.put("MOODLE_EVENTS_SECRET", folder.moodleEventsSecret());
            environment.put("MOODLE_SITE", "stand-in"); // the same on whatever port
        }
        environment.put("AUDIT_KEY", folder.auditKey());
        environment.put("MOODLE_POLL_SECONDS", "2");
        environment.put("DEMO_MODE", "true");
        environment.put(
                "DEMO_ACCOUNTS",
                accounts().map(person -> person.personKey().toString()).collect(joining(",")));
        environment.put("BOOTSTRAP_ADMINISTRATOR", personas().anne().personKey().toString());
        var javaOptions = municipality.size() == Size.BILLUND ? QUICK_TO_START : List.<String>of();
        return new Payara.Settings(
                options.port(), Checkout.war(), folder.payara(), folder.payaraLog(), environment, javaOptions);
    }

    private Stream<Person> accounts() {
        var people = personas();
        return Stream.concat(
                Stream.of(
                        people.maja(),
                        people.karen(),
                        people.jonas(),
                        people.anne(),
                        people.sigurd(),
                        people.inTwoCentres()),
                municipality.others().stream());
    }

    /** What the note of a finished seeding must say to hold for the database in use. */
    private static String seedOf(Options options) {
        return options.database().map(Database::jdbcUrl).orElse("own database");
    }

    /** The address of the product's pages, ending in a slash. */
    public URI uri() {
        return uri;
    }

    public Database database() {
        return database;
    }

    public MoodleSite moodle() {
        return moodle;
    }

    public DemoMunicipality municipality() {
        return municipality;
    }

    public Personas personas() {
        return Personas.of(municipality);
    }

    /** Returns if the connector ends by itself, which it should not. */
    public void awaitEnd() throws InterruptedException {
        payara.awaitEnd();
    }

    @Override
    public void close() {
        parts.close();
    }
}
