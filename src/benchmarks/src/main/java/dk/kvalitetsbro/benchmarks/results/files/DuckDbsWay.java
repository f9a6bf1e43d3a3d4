package dk.kvalitetsbro.benchmarks.results.files;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.surveys.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * As DuckDB does it fastest: told what the columns are, with a statement prepared for each file, and each on a
 * connection of its own, so that two go on at a time.
 */
final class DuckDbsWay implements WayFromFile {
    /** A prepared query and what it asks about. */
    private record Prepared(IndexQuery query, Connection connection, PreparedStatement statement) {}

    private final Connection database;
    private final Map<Path, Prepared> prepared = new HashMap<>();

    DuckDbsWay(Map<RespondentGroup, List<Item>> questionnaire, List<Path> files) {
        try {
            database = DriverManager.getConnection("jdbc:duckdb:");
            try (var statement = database.createStatement()) {
                statement.execute("set threads = 2");
            }
            for (Path file : files) {
                prepared.put(file, prepare(IndexQuery.of(file, questionnaire)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Prepared prepare(IndexQuery query) throws SQLException {
        Connection own = database.unwrap(DuckDBConnection.class).duplicate();
        return new Prepared(query, own, own.prepareStatement(query.sql()));
    }

    @Override
    public List<CentreIndex> addUp(Path file) {
        Prepared of = requireNonNull(prepared.get(file));
        try (ResultSet rows = of.statement().executeQuery()) {
            List<CentreIndex> indices = new ArrayList<>();
            while (rows.next()) {
                addTo(indices, of.query().themes(), rows);
            }
            return indices;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addTo(List<CentreIndex> indices, List<String> themes, ResultSet row) throws SQLException {
        String centre = row.getString(1);
        int column = 2;
        for (String theme : themes) {
            indices.add(new CentreIndex(centre, theme, summary(row, column)));
            column += 3;
        }
    }

    /** What does not exist is null in DuckDB, which its driver reads as not a number, and 0 in a summary. */
    private static Summary summary(ResultSet row, int column) throws SQLException {
        long n = row.getLong(column);
        return new Summary(n, n < 1 ? 0 : row.getDouble(column + 1), n < 2 ? 0 : row.getDouble(column + 2));
    }

    @Override
    public void close() {
        try {
            for (Prepared each : prepared.values()) {
                each.statement().close();
                each.connection().close();
            }
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
