package dk.kvalitetsbro.container;

import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import dk.kvalitetsbro.launcher.FreePort;
import dk.kvalitetsbro.oidc.StandInProvider;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the database and chooses a port before Arquillian reads its configuration; stops it after the last test. */
public class ContainerSession implements LauncherSessionListener {
    /** The municipality's sign-in, as the deployed product knows it. */
    public static final StandInProvider SIGN_IN = StandInProvider.start(Clock.systemUTC());

    private @Nullable EmbeddedPostgres database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("in.container")) {
            return;
        }
        database = EmbeddedPostgres.temporary();
        System.setProperty("db.url", database.jdbcUrl());
        System.setProperty("db.user", database.user());
        System.setProperty("db.password", database.password());
        System.setProperty("oidc.issuer", SIGN_IN.issuer());
        System.setProperty("micro.port", String.valueOf(FreePort.any()));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
            SIGN_IN.close();
        }
    }
}
