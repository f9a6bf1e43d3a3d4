package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Spreadsheet;
import dk.kvalitetsbro.web.Texts;
import java.util.List;
import java.util.stream.Stream;

/** Coverage for a spreadsheet: one line per centre and theme, with exactly what the page may show. */
final class CoverageCsv {
    private final Texts texts;

    CoverageCsv(Texts texts) {
        this.texts = texts;
    }

    String write(Coverage.Matrix matrix) {
        Spreadsheet sheet =
                new Spreadsheet(List.of(texts.get("competence.csv.header").split(",")));
        write(sheet, "", texts.get("competence.coverage.municipality"), matrix.themes(), matrix.municipality());
        matrix.rows()
                .forEach(row ->
                        write(sheet, row.centre().code().value(), row.centre().name(), matrix.themes(), row.cells()));
        return sheet.text();
    }

    private void write(Spreadsheet sheet, String code, String name, List<Theme> themes, List<Release<Progress>> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Theme theme = themes.get(i);
            List<String> figures = cells.get(i)
                    .shown()
                    .map(CoverageCsv::figures)
                    .orElseGet(() -> List.of("", "", "", texts.get("competence.coverage.withheld")));
            sheet.add(Stream.concat(
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
