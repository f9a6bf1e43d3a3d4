package dk.kvalitetsbro.results;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows on their way into one table, sent by COPY whenever some have gathered and at the end. Rows of several tables may
 * be gathered side by side on one handle, also while a result is being read from it within a transaction.
 */
final class CopyBuffer implements AutoCloseable {
    private static final int ENOUGH = 1 << 18;

    private final Handle handle;
    private final String into;
    private final StringBuilder rows = new StringBuilder();

    /** @param into the table with its columns, such as {@code results.baseline (theme, mean)} */
    CopyBuffer(Handle handle, String into) {
        this.handle = handle;
        this.into = into;
    }

    /** @param values in the order of the columns; an empty Optional is null, a collection is an array of codes and numbers */
    void row(Object... values) {
        for (int column = 0; column < values.length; column++) {
            if (column > 0) {
                rows.append('\t');
            }
            append(values[column]);
        }
        rows.append('\n');
        if (rows.length() > ENOUGH) {
            send();
        }
    }

    private void append(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            append(optional.orElse(null));
        } else if (value instanceof OptionalDouble number) {
            append(number.isPresent() ? number.getAsDouble() : null);
        } else if (value instanceof Collection<?> codes) {
            rows.append(codes.stream().map(CopyBuffer::element).collect(Collectors.joining(",", "{", "}")));
        } else if (value == null) {
            rows.append("\\N");
        } else {
            rows.append(escaped(value.toString()));
        }
    }

    private static String element(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("null")
                : value.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Sends what is left. */
    @Override
    public void close() {
        if (!rows.isEmpty()) {
            send();
        }
    }

    private void send() {
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + into + " from stdin", new StringReader(rows.toString()));
            rows.setLength(0);
        } catch (SQLException e) {
            throw new IllegalStateException("copy into " + into, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
