package dk.kvalitetsbro.launcher;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** Payara Micro with the connector deployed, in a child process that listens on 127.0.0.1. */
public final class Payara implements AutoCloseable {
    private static final String LOGGING = "logging.properties";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Process process;
    private final URI firstPage;
    private final PayaraLog log;
    private final HttpClient http = HttpClient.newBuilder().version(HTTP_1_1).build();

    private Payara(Process process, URI firstPage, PayaraLog log) {
        this.process = process;
        this.firstPage = firstPage;
        this.log = log;
    }

    /**
     * How the server is to run.
     *
     * @param port        of 127.0.0.1
     * @param war         the connector
     * @param folder      for what the server unpacks; emptied at each start
     * @param logFile     gets everything the server prints; the last start's is kept beside it
     * @param environment the connector's configuration, secrets among it
     * @param javaOptions for the server's Java machine
     */
    public record Settings(
            int port, Path war, Path folder, Path logFile, Map<String, String> environment, List<String> javaOptions) {
        public Settings {
            environment = Map.copyOf(environment);
            javaOptions = List.copyOf(javaOptions);
        }
    }

    /** Starts the server without waiting for it; {@link #awaitReady} does. */
    public static Payara start(Settings settings) {
        return start(settings, List.of());
    }

    /**
     * As {@link #start(Settings)}.
     *
     * @param logging lines that come after those of logging.properties, to hear more
     */
    public static Payara start(Settings settings, List<String> logging) {
        try {
            prepareFolder(settings);
            Files.write(settings.folder().resolve(LOGGING), logging, StandardOpenOption.APPEND);
            var builder = new ProcessBuilder(command(settings))
                    .directory(settings.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(settings.logFile().toFile());
            builder.environment().putAll(settings.environment());
            var process = builder.start();
            new ProcessNote(settings.folder()).write(process.toHandle());
            return new Payara(
                    process,
                    URI.create("http://127.0.0.1:" + settings.port() + "/app/log-ind"),
                    new PayaraLog(settings.logFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server that a killed launcher may have left on a folder: it is about to end, but holds its port still. */
    static void endLeftOver(Path folder) {
        new ProcessNote(folder).running().ifPresent(left -> {
            left.destroyForcibly();
            left.onExit().join();
        });
    }

    private static void prepareFolder(Settings settings) throws IOException {
        if (Files.exists(settings.folder())) {
            PathUtils.deleteDirectory(settings.folder());
        }
        Files.createDirectories(settings.folder().resolve("tmp"));
        copyResource(LOGGING, settings.folder());
        copyResource("pre-boot.txt", settings.folder());
        Files.createDirectories(settings.logFile().getParent());
        if (Files.exists(settings.logFile())) {
            Files.move(
                    settings.logFile(),
                    settings.logFile()
                            .resolveSibling("previous-" + settings.logFile().getFileName()),
                    REPLACE_EXISTING);
        }
    }

    private static void copyResource(String name, Path folder) throws IOException {
        try (var in = Objects.requireNonNull(Payara.class.getResourceAsStream(name), name)) {
            Files.copy(in, folder.resolve(name));
        }
    }

    private static List<String> command(Settings settings) throws IOException {
        var payara = Checkout.payaraMicro();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.javaOptions());
        command.addAll(openedPackages(payara));
        command.add("-Djava.io.tmpdir=" + settings.folder().resolve("tmp"));
        command.addAll(List.of("-cp", payara + File.pathSeparator + Checkout.launcherClasses()));
        command.add(PayaraProcess.class.getName());
        command.addAll(List.of("--nohazelcast", "--contextroot", "/", "--port", String.valueOf(settings.port())));
        command.addAll(
                List.of("--unpackdir", settings.folder().resolve("unpacked").toString()));
        command.addAll(
                List.of("--logproperties", settings.folder().resolve(LOGGING).toString()));
        command.addAll(List.of(
                "--prebootcommandfile",
                settings.folder().resolve("pre-boot.txt").toString()));
        command.addAll(List.of("--deploy", settings.war().toString()));
        return command;
    }

    /** What Payara's manifest opens; Java heeds a manifest only for a jar that is run by {@code -jar}. */
    private static List<String> openedPackages(Path payara) throws IOException {
        try (var jar = new JarFile(payara.toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            return Stream.of("Add-Exports", "Add-Opens")
                    .flatMap(attribute -> Stream.of(manifest.getValue(attribute).split(" ", -1))
                            .map(opened -> "--" + attribute.toLowerCase(Locale.ROOT) + "=" + opened + "=ALL-UNNAMED"))
                    .toList();
        }
    }

    /**
     * Waits until the connector's first page answers.
     *
     * @throws CannotStart if it won't, with the reason that the log gives
     */
    public void awaitReady() throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive()) {
                throw log.failure("ended at once");
            }
            // A failed deployment leaves Payara running: it says it is ready, and the page does not answer.
            if (log.saysReady() && !answers()) {
                throw log.failure("could not be deployed");
            }
            if (Instant.now().isAfter(deadline)) {
                throw log.failure("did not answer within " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(firstPage).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns when the server has ended by itself. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit()
                    .orTimeout(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException stuck) {
            process.destroyForcibly().onExit().join();
        }
    }
}
