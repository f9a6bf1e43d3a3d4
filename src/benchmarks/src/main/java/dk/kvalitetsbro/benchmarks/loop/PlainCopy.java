package dk.kvalitetsbro.benchmarks.loop;

import static java.util.stream.Collectors.joining;

import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.launcher.RunningProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The least that PostgreSQL itself needs: COPY of files as they are into unlogged tables of text columns. */
final class PlainCopy {
    private PlainCopy() {}

    static double seconds(RunningProduct running, List<Path> files) throws SQLException, IOException {
        var database = running.database();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            var stopwatch = new Stopwatch();
            for (var file : files) {
                copy(connection, file);
            }
            double seconds = stopwatch.seconds();
            connection.rollback();
            return seconds;
        }
    }

    private static void copy(Connection connection, Path file) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var lines = Files.newBufferedReader(file)) {
            var columns = Stream.of(lines.readLine().split(",", -1))
                    .map(column -> "\"" + column + "\" text")
                    .collect(joining(", "));
            statement.execute("drop table if exists copied; create unlogged table copied (" + columns + ")");
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy copied from stdin (format csv)", lines);
        }
    }
}
