package dk.kvalitetsbro.launcher;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * A PostgreSQL of our own in one folder, on a free port of 127.0.0.1.
 *
 * <p>It is as durable as an installed one (fsync on), asks for a password that was made at the first start, and sorts
 * as Danes do. A server that a killed process left running on the folder is stopped first; nothing is lost.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String NAME = "kvalitetsbro";

    /** What a server promises about what was written to it. */
    private enum Promise {
        /** Survives anything, as on an installed PostgreSQL, and is for those who know the password. */
        KEPT("fast", List.of("-c fsync=on", "-c synchronous_commit=on"), List.of("--auth=scram-sha-256")),
        /** Gone on close, so that nothing waits for the disk, and nothing is worth a password. */
        FORGOTTEN(
                "immediate",
                List.of("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"),
                List.of("--auth=trust", "--no-sync"));

        private final String stop;
        private final List<String> options;
        private final List<String> initialising;

        Promise(String stop, List<String> options, List<String> initialising) {
            this.stop = stop;
            this.options = options;
            this.initialising = initialising;
        }
    }

    private final Path folder;
    private final Promise promise;
    private final PostgresUser user;
    private final PostgresBinaries binaries;
    private final String password;
    private final FolderLock lock;
    private final int port = FreePort.any();

    private EmbeddedPostgres(
            Path folder, Promise promise, PostgresUser user, PostgresBinaries binaries, FolderLock lock) {
        this.folder = folder;
        this.promise = promise;
        this.user = user;
        this.binaries = binaries;
        this.lock = lock;
        this.password = new SecretFile(folder.resolve("password")).readOrCreate();
    }

    /**
     * Starts the server on a folder, which is made and filled if need be, and returns when it answers.
     *
     * @throws CannotStart if the folder is in use or unreachable, or PostgreSQL refuses to start
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, PostgresUser.choose());
    }

    static EmbeddedPostgres start(Path folder, PostgresUser user) {
        return started(take(folder, Promise.KEPT, user));
    }

    /** Starts a server for tests in a new temporary folder; closing it is quick and deletes the folder. */
    public static EmbeddedPostgres temporary() {
        return started(take(TemporaryFolder.create().path(), Promise.FORGOTTEN, PostgresUser.choose()));
    }

    private static EmbeddedPostgres started(EmbeddedPostgres postgres) {
        try {
            postgres.start();
            return postgres;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** Stops the server that may run on a folder and deletes the folder. */
    static void delete(Path folder) {
        if (Files.exists(folder)) {
            take(folder, Promise.FORGOTTEN, PostgresUser.choose()).close();
        }
    }

    private static EmbeddedPostgres take(Path folder, Promise promise, PostgresUser user) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new CannotStart("The folder " + absolute + " can't be made: choose another one with --data.", e);
        }
        return new EmbeddedPostgres(absolute, promise, user, PostgresBinaries.unpacked(), FolderLock.take(absolute));
    }

    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /**
     * Stops the server once running statements have been rolled back, and gives the folder free; a temporary server's
     * folder is deleted.
     */
    @Override
    public void close() {
        stop();
        lock.close();
        if (promise == Promise.FORGOTTEN) {
            deleteFolder();
        }
    }

    private void deleteFolder() {
        try {
            PathUtils.deleteDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        user.takeOver(folder);
        stop();
        if (!Files.exists(data())) {
            initialise();
        }
        run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                data().toString(),
                "-l",
                log().toString(),
                "-o",
                options().collect(joining(" ")));
        createDatabase();
    }

    private Stream<String> options() {
        return Stream.concat(
                Stream.of(
                        "-c port=" + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=",
                        "-c max_connections=100"),
                promise.options.stream());
    }

    /** A cluster is made beside its place and renamed, so that an interrupted first start leaves none. */
    private void initialise() {
        var unfinished = folder.resolve("data.new");
        try {
            if (Files.exists(unfinished)) {
                PathUtils.deleteDirectory(unfinished);
            }
            run(
                    "initdb",
                    Stream.concat(
                                    Stream.of(
                                            "-D",
                                            unfinished.toString(),
                                            "--username=" + NAME,
                                            "--pwfile=" + folder.resolve("password"),
                                            "--encoding=UTF8",
                                            "--locale=C",
                                            "--locale-provider=icu",
                                            "--icu-locale=da-DK"),
                                    promise.initialising.stream())
                            .toArray(String[]::new));
            Files.move(unfinished, data(), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createDatabase() {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), NAME, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new CannotStart("PostgreSQL in " + folder + " started but does not answer: " + e.getMessage(), e);
        }
    }

    private void stop() {
        if (running().isPresent()) {
            run("pg_ctl", "stop", "-w", "-m", promise.stop, "-D", data().toString());
        }
    }

    /** The server that wrote the folder's pid file, if it still runs: a pid alone may by now be somebody else's. */
    Optional<ProcessHandle> running() {
        var pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .filter(this::servesThisFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(data().toString()))
                .orElse(false);
    }

    private void run(String program, String... arguments) {
        var outcome = user.run(folder, binaries.program(program), arguments);
        if (!outcome.succeeded()) {
            throw new CannotStart("PostgreSQL in " + folder + " failed (" + program + "): "
                    + outcome.output().strip());
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
