package dk.kvalitetsbro.container;

import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the database before Arquillian reads its configuration, and stops it after the last test. */
public class ContainerSession implements LauncherSessionListener {
    private @Nullable EmbeddedPostgres database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("in.container")) {
            return;
        }
        try {
            database = EmbeddedPostgres.start(
                    Files.createTempDirectory(Path.of("target").toAbsolutePath(), "container-db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("db.url", database.jdbcUrl());
        System.setProperty("db.user", database.user());
        System.setProperty("db.password", database.password());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }
}
