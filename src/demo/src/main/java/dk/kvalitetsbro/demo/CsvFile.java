package dk.kvalitetsbro.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/** One file to import: comma-separated, a header first, lines ended by LF. The rows are made while they are written. */
public final class CsvFile {
    private final String name;
    private final List<String> header;
    private final Consumer<Consumer<List<String>>> rows;

    CsvFile(String name, List<String> header, Consumer<Consumer<List<String>>> rows) {
        this.name = name;
        this.header = header;
        this.rows = rows;
    }

    /** The file name, for example {@code responses-2019-child.csv}. */
    public String name() {
        return name;
    }

    public List<String> header() {
        return header;
    }

    /** Hands on every row without the header, for a file that is made of this one. */
    void eachRow(Consumer<List<String>> reader) {
        rows.accept(reader);
    }

    /** Writes the file without closing the writer; holds one row at a time in memory. */
    public void writeTo(Writer out) throws IOException {
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        try {
            csv.writeRecord(header);
            rows.accept(csv::writeRecord);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }
}
