package dk.kvalitetsbro.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Predicate;

/** Reads the demo's files back and takes plain means, so that the tests see what an importer sees. */
final class Answers {
    private Answers() {}

    static String text(CsvFile file) throws IOException {
        var out = new StringWriter();
        file.writeTo(out);
        return out.toString();
    }

    static List<NamedCsvRecord> rows(CsvFile file) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(text(file)).stream().toList();
    }

    static CsvFile file(DemoMunicipality municipality, String name) {
        return municipality.files().stream()
                .filter(file -> file.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    static List<NamedCsvRecord> responses(DemoMunicipality municipality, int round, RespondentGroup group)
            throws IOException {
        return rows(file(municipality, group.fileName(round)));
    }

    /** Mean of all given answers to a theme, reversed items turned, in per cent of the most possible. */
    static double pomp(List<NamedCsvRecord> responses, RespondentGroup group, String theme) {
        return pomp(responses, group, theme, centre -> true);
    }

    static double pomp(List<NamedCsvRecord> responses, RespondentGroup group, String theme, Predicate<String> centres) {
        var items = Material.itemsOf(group).stream()
                .filter(item -> item.themeCode().equals(theme))
                .toList();
        return responses.stream()
                .filter(response -> centres.test(response.getField("centre_code")))
                .flatMapToDouble(response -> items.stream()
                        .filter(item -> !response.getField(item.code()).isEmpty())
                        .mapToDouble(item -> pomp(item, response)))
                .average()
                .orElseThrow();
    }

    static double pomp(Item item, NamedCsvRecord response) {
        var answer = Integer.parseInt(response.getField(item.code()));
        var steps = item.scale().max() - 1;
        return 100.0 * (item.reversed() ? item.scale().max() - answer : answer - 1) / steps;
    }
}
