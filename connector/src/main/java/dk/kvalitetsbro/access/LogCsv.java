package dk.kvalitetsbro.access;

import de.siegmar.fastcsv.writer.CsvWriter;
import dk.kvalitetsbro.web.Spreadsheet;
import dk.kvalitetsbro.web.SpreadsheetText;
import dk.kvalitetsbro.web.Texts;
import java.io.Writer;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The audit log for a spreadsheet, with each line's place and hash: enough to go through the chain elsewhere. */
final class LogCsv {
    private final CsvWriter csv;

    LogCsv(Writer out, Texts texts) {
        csv = Spreadsheet.writer(out);
        csv.writeRecord(Stream.of("place", "id", "time", "actor", "name", "action", "subject", "detail", "hash")
                .map(column -> texts.get("access.log.csv." + column))
                .toList());
    }

    void add(List<AuditLog.Entry> entries, Map<String, String> names) {
        entries.stream()
                .sorted(Comparator.comparingLong(AuditLog.Entry::id).reversed())
                .map(entry -> Stream.of(
                                entry.place().map(String::valueOf).orElse(""),
                                String.valueOf(entry.id()),
                                entry.at().toInstant().toString(),
                                entry.actor(),
                                names.getOrDefault(entry.actor(), ""),
                                entry.action(),
                                entry.subject(),
                                entry.detail(),
                                entry.hash().map(HexFormat.of()::formatHex).orElse(""))
                        .map(SpreadsheetText::harmless)
                        .toList())
                .forEach(csv::writeRecord);
    }
}
