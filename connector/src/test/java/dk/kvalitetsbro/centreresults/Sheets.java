package dk.kvalitetsbro.centreresults;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.explanations.Reasons;
import dk.kvalitetsbro.explanations.ResultCells;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.util.List;

/** A centre's spreadsheets in Danish, line by line without the header. */
final class Sheets {
    private final Municipality municipality;
    private final Texts texts = new Texts(new Language());
    private final ResultCells cells = new ResultCells(texts, new Reasons(texts));

    Sheets(Municipality municipality) {
        this.municipality = municipality;
    }

    List<String> of(String centre, String round) {
        return new ResultsCsv(municipality.results(), municipality.themes(), cells, texts)
                .of(new CentreCode(centre), municipality.round(round))
                .lines()
                .skip(1)
                .toList();
    }

    List<String> of(String centre, ThemeCode theme) {
        return new ThemeCsv(municipality.results(), municipality.rounds(), cells, texts)
                .of(
                        new CentreCode(centre),
                        requireNonNull(municipality.themes().byCode().get(theme)))
                .lines()
                .skip(1)
                .toList();
    }
}
