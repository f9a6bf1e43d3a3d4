package dk.kvalitetsbro.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * A file as a spreadsheet program in the reader's language reads it: semicolons, the language's own decimal sign, and a
 * byte order mark.
 */
public final class Spreadsheet {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = writer(text);

    /** @param header the names of the columns */
    public Spreadsheet(List<String> header) {
        csv.writeRecord(header);
    }

    /** @param columns by their keys, which begin with {@code keys}, such as {@code results.csv.} */
    public Spreadsheet(String keys, List<String> columns, Texts texts) {
        this(columns.stream().map(column -> texts.get(keys + column)).toList());
    }

    /** What is too long to be held in memory is written so; nothing has been but the mark. */
    public static CsvWriter writer(Writer out) {
        try {
            out.append(BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(out);
    }

    public void add(List<String> row) {
        csv.writeRecord(row);
    }

    public String text() {
        return text.toString();
    }

    /** @param name of the file without its ending */
    public static Response download(String name, String text) {
        return Response.ok(text)
                .type("text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
