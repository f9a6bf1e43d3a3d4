package dk.kvalitetsbro.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.demo.CsvFile;
import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.launcher.FreePort;
import dk.kvalitetsbro.launcher.Options;
import dk.kvalitetsbro.launcher.RunningProduct;
import dk.kvalitetsbro.launcher.TemporaryFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole product, stopped while it was being filled with the demo municipality. */
class SeedingIT {
    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void a_filling_that_was_cut_short_is_done_at_the_next_start_and_nothing_is_there_twice() throws Exception {
        try (var folder = TemporaryFolder.create()) {
            var options = new Options(
                    FreePort.any(),
                    folder.path().resolve("data"),
                    false,
                    Optional.of(Size.BILLUND),
                    Optional.empty(),
                    Optional.empty());
            assertThrows(Cut.class, () -> RunningProduct.start(options, SeedingIT::cutInTheSecondRound));

            try (var running = RunningProduct.start(options, step -> {})) {
                var municipality = running.municipality();
                assertEquals(rows(municipality, "employments"), count(running, "organisation.employment"));
                assertEquals(rows(municipality, "eligible"), count(running, "surveys.eligible"));
                assertEquals(rows(municipality, "responses"), count(running, "surveys.response"));
                assertEquals(3, count(running, "surveys.round where state = 'PUBLISHED'"));
                assertEquals(3, count(running, "surveys.round"));
                assertEquals(backgroundRows(municipality), count(running, "background.category"));
            }
        }
    }

    private static void cutInTheSecondRound(String step) {
        if (step.startsWith("responses-2017-parent")) {
            throw new Cut();
        }
    }

    /** In all files whose names begin so. */
    private static long rows(DemoMunicipality municipality, String name) throws IOException {
        long rows = 0;
        for (CsvFile file : municipality.files()) {
            if (file.name().startsWith(name)) {
                rows += rows(file);
            }
        }
        return rows;
    }

    private static long backgroundRows(DemoMunicipality municipality) throws IOException {
        long rows = 0;
        for (int round : municipality.rounds()) {
            rows += rows(municipality.backgroundFile(round));
        }
        return rows;
    }

    private static long rows(CsvFile file) throws IOException {
        var text = new StringWriter();
        file.writeTo(text);
        return text.toString().lines().skip(1).count();
    }

    private static long count(RunningProduct running, String table) throws SQLException {
        var database = running.database();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var counted = statement.executeQuery("select count(*) from " + table)) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
