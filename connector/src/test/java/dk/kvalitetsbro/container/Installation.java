package dk.kvalitetsbro.container;

import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import dk.kvalitetsbro.launcher.FreePort;
import dk.kvalitetsbro.launcher.Payara;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The released WAR as a municipality runs it: no demonstration, a database of its own, every secret in a file. */
public final class Installation implements AutoCloseable {
    /** All that we and the libraries we bring can tell. Payara's own configuration and network code would tell secrets. */
    private static final List<String> FINE_LOGGING = List.of(
            "java.util.logging.ConsoleHandler.level=FINEST",
            ".level=INFO",
            "dk.kvalitetsbro.level=FINEST",
            "org.postgresql.level=FINEST",
            "org.flywaydb.level=FINEST",
            "org.jdbi.level=FINEST",
            "okhttp3.level=FINEST",
            "org.glassfish.jersey.level=FINEST",
            "org.eclipse.krazo.level=FINEST");

    private final Path folder;
    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private final Map<String, String> environment = new HashMap<>();
    private final int port = FreePort.any();
    private final Payara payara;

    private Installation(Path folder, Map<String, String> configuration, Map<String, String> secrets)
            throws IOException {
        this.folder = folder;
        environment.putAll(configuration);
        environment.put("DB_URL", postgres.jdbcUrl());
        environment.put("DB_USER", postgres.user());
        keepSecret("DB_PASSWORD", postgres.password());
        for (var secret : secrets.entrySet()) {
            keepSecret(secret.getKey(), secret.getValue());
        }
        payara = Payara.start(
                new Payara.Settings(
                        port,
                        Path.of(System.getProperty("war")),
                        folder.resolve("payara"),
                        log(),
                        environment,
                        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")),
                FINE_LOGGING);
    }

    /** Starts it with everything that it can log, and returns when it answers. */
    public static Installation start(Path folder, Map<String, String> configuration, Map<String, String> secrets)
            throws IOException, InterruptedException {
        var installation = new Installation(folder, configuration, secrets);
        try {
            installation.payara.awaitReady();
            return installation;
        } catch (RuntimeException | InterruptedException e) {
            installation.close();
            throw e;
        }
    }

    private void keepSecret(String variable, String secret) throws IOException {
        environment.put(
                variable + "_FILE",
                Files.writeString(folder.resolve(variable), secret + "\n").toString());
    }

    public int port() {
        return port;
    }

    public Jdbi jdbi() {
        return Jdbi.create(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    public Path log() {
        return folder.resolve("payara.log");
    }

    public String password() {
        return postgres.password();
    }

    /** @return all that was logged by now */
    public String logged() throws IOException {
        return new String(Files.readAllBytes(log()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        payara.close();
        postgres.close();
    }
}
