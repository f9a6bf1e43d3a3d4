package dk.kvalitetsbro.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A file's rows in a temporary table of the transaction under way, so that they can be compared with what is there in a
 * few statements however many they are. Rows are copied in bulk; between the first row and {@link #complete} the
 * connection can do nothing else.
 */
final class Staging implements StagedRows, AutoCloseable {
    private static final int FLUSH_AT = 1 << 16;

    /** Below so many rows every plan is a good one. */
    private static final int ANALYSE_FROM = 1000;

    private final Handle handle;
    private final String table;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 4096);
    private long rows;
    private @Nullable CopyIn copy;

    /** @param columns as in {@code create table}, beside the line */
    Staging(Handle handle, String table, String columns) {
        this.handle = handle;
        this.table = table;
        handle.execute("create temporary table " + table + " (line bigint not null, " + columns + ") on commit drop");
    }

    @Override
    public void add(long line, @Nullable Object... values) {
        rows++;
        buffer.append(line);
        for (Object value : values) {
            buffer.append('\t');
            if (value == null) {
                buffer.append("\\N");
            } else {
                escaped(value.toString());
            }
        }
        buffer.append('\n');
        if (buffer.length() >= FLUSH_AT) {
            flush();
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(UTF_8);
        buffer.setLength(0);
        try {
            copying().writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException("rows could not be copied into " + table, e);
        }
    }

    private CopyIn copying() throws SQLException {
        CopyIn under = copy;
        if (under == null) {
            under = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin");
            copy = under;
        }
        return under;
    }

    /** Ends the copying, so that the rows can be asked about. */
    void complete() {
        flush();
        try {
            copying().endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("rows could not be copied into " + table, e);
        }
        if (rows > ANALYSE_FROM) {
            handle.execute("analyze " + table);
        }
    }

    /** Leaves nothing behind; rows that were not complete leave the transaction fit only for rolling back. */
    @Override
    public void close() {
        CopyIn under = copy;
        try {
            if (under != null && under.isActive()) {
                under.cancelCopy();
            } else {
                handle.execute("drop table " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rows could not be dropped from " + table, e);
        }
    }
}
