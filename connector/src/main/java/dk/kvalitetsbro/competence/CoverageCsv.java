package dk.kvalitetsbro.competence;

import de.siegmar.fastcsv.writer.CsvWriter;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Coverage for a spreadsheet: one line per centre and theme, with exactly what the page may show. */
final class CoverageCsv {
    /** Tells a spreadsheet that the file is UTF-8. */
    private static final String MARK = "\uFEFF";

    private final Texts texts;

    CoverageCsv(Texts texts) {
        this.texts = texts;
    }

    String write(Coverage.Matrix matrix) {
        StringWriter lines = new StringWriter().append(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(lines)) {
            csv.writeRecord(texts.get("competence.csv.header").split(","));
            write(csv, "", texts.get("competence.coverage.municipality"), matrix.themes(), matrix.municipality());
            matrix.rows()
                    .forEach(row ->
                            write(csv, row.centre().code().value(), row.centre().name(), matrix.themes(), row.cells()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString();
    }

    private void write(CsvWriter csv, String code, String name, List<Theme> themes, List<Release<Progress>> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Theme theme = themes.get(i);
            List<String> figures = cells.get(i)
                    .shown()
                    .map(CoverageCsv::figures)
                    .orElseGet(() -> List.of("", "", "", texts.get("competence.coverage.withheld")));
            csv.writeRecord(Stream.concat(
                            Stream.of(code, name, theme.code().value(), texts.pick(theme.name())), figures.stream())
                    .toList());
        }
    }

    private static List<String> figures(Progress progress) {
        return List.of(
                String.valueOf(progress.done()),
                String.valueOf(progress.ongoing()),
                String.valueOf(progress.none()),
                "");
    }
}
