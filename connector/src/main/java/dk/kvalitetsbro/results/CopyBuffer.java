package dk.kvalitetsbro.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into one table, sent by COPY whenever some have gathered and at the end. Rows of several tables may
 * be gathered side by side on one handle, also while a result is being read from it within a transaction.
 *
 * <p>They are sent in PostgreSQL's binary form: to write many numbers as text costs as much as to store them.
 */
final class CopyBuffer implements AutoCloseable {
    private static final int SMALL = 1 << 12;
    private static final int ENOUGH = 1 << 18;
    private static final byte[] BEGINNING = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short END = -1;
    private static final int NULL = -1;

    /** PostgreSQL's numbers of the types that arrays are made of. */
    private static final int INTEGER = 23;

    private static final int TEXT = 25;
    private static final int DOUBLE_PRECISION = 701;

    private final Handle handle;
    private final String into;
    private ByteBuffer rows = ByteBuffer.allocate(SMALL).put(BEGINNING);

    /** @param into the table with its columns, such as {@code results.baseline (theme, mean)} */
    CopyBuffer(Handle handle, String into) {
        this.handle = handle;
        this.into = into;
    }

    /**
     * @param values in the order of the columns and of their types: {@code integer}, {@code double precision} and
     *               {@code boolean} as in Java (a long must fit), arrays of the first two, {@code text} from anything else, {@code text[]}
     *               from a collection; an empty Optional is null
     */
    void row(Object... values) {
        room(Short.BYTES).putShort((short) values.length);
        for (Object value : values) {
            put(value);
        }
        if (rows.position() > ENOUGH) {
            send();
        }
    }

    private void put(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            put(optional.orElse(null));
        } else if (value instanceof OptionalDouble number) {
            put(number.isPresent() ? (Double) number.getAsDouble() : null);
        } else if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else if (value instanceof Integer number) {
            number(number);
        } else if (value instanceof Long number) {
            number(Math.toIntExact(number));
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Boolean yes) {
            room(Integer.BYTES + 1).putInt(1).put((byte) (yes ? 1 : 0));
        } else if (value instanceof int[] numbers) {
            array(INTEGER, numbers.length, () -> IntStream.of(numbers).forEach(this::number));
        } else if (value instanceof double[] numbers) {
            array(DOUBLE_PRECISION, numbers.length, () -> DoubleStream.of(numbers)
                    .forEach(this::number));
        } else if (value instanceof Collection<?> codes) {
            array(TEXT, codes.size(), () -> codes.forEach(this::put));
        } else {
            byte[] text = value.toString().getBytes(UTF_8);
            room(Integer.BYTES + text.length).putInt(text.length).put(text);
        }
    }

    private void number(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }

    private void number(double value) {
        room(Integer.BYTES + Double.BYTES).putInt(Double.BYTES).putDouble(value);
    }

    /** Its length, dimensions, whether any element may be null, type, and per dimension how many from which number on. */
    private void array(int type, int size, Runnable elements) {
        room(6 * Integer.BYTES);
        int begin = rows.position();
        rows.putInt(0).putInt(size == 0 ? 0 : 1).putInt(1).putInt(type);
        if (size > 0) {
            rows.putInt(size).putInt(1);
            elements.run();
        }
        rows.putInt(begin, rows.position() - begin - Integer.BYTES);
    }

    private ByteBuffer room(int bytes) {
        if (rows.remaining() < bytes) {
            rows = ByteBuffer.allocate(2 * rows.capacity() + bytes).put(rows.flip());
        }
        return rows;
    }

    /** Sends what is left. */
    @Override
    public void close() {
        if (rows.position() > BEGINNING.length) {
            send();
        }
    }

    private void send() {
        room(Short.BYTES).putShort(END);
        try {
            CopyIn copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + into + " from stdin (format binary)");
            copy.writeToCopy(rows.array(), 0, rows.position());
            copy.endCopy();
            rows.clear().put(BEGINNING);
        } catch (SQLException e) {
            throw new IllegalStateException("copy into " + into, e);
        }
    }
}
