package dk.kvalitetsbro.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database's schemas up to this version before the first request is answered. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    /** The schemas are in place; whoever keeps reference data may now load it. */
    public record Migrated() {}

    @Resource(lookup = Database.POOL)
    @SuppressWarnings("NullAway.Init")
    private DataSource pool;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Event<Migrated> migrated;

    @PostConstruct
    void migrate() {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(pool)
                .defaultSchema("house")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        migrated.fire(new Migrated());
    }
}
