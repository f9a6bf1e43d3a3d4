package dk.kvalitetsbro.tallies;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.CsvFile;
import dk.kvalitetsbro.organisation.Problems;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.surveys.Item;
import dk.kvalitetsbro.surveys.Response;
import dk.kvalitetsbro.surveys.ResponseFile;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a file of one group's responses comes to: read and checked row by row as an import does, and added up as when a
 * round closes, but with nothing stored.
 */
public record FileResults(RespondentGroup group, List<CentreIndex> indices) {

    /** One centre's index on one theme, on the item scale. */
    public record CentreIndex(CentreCode centre, ThemeCode theme, Summary summary) {}

    /**
     * Reads a file.
     *
     * @param questionnaire what a group is asked
     * @throws IllegalArgumentException if there is anything wrong with the file
     */
    public static FileResults of(byte[] content, Function<RespondentGroup, List<Item>> questionnaire) {
        Problems problems = new Problems();
        List<Response> responses = new ArrayList<>();
        ResponseFile file =
                ResponseFile.of(new CsvFile(content, problems), questionnaire).orElseThrow(() -> wrong(problems));
        file.each(responses::add);
        if (!problems.isEmpty()) {
            throw wrong(problems);
        }
        List<AskedTheme> asked = AskedTheme.of(file.items(), GroupAnswers.answered(responses));
        return of(GroupAnswers.of(file.group(), asked, Map.of(), responses::forEach));
    }

    private static IllegalArgumentException wrong(Problems problems) {
        return new IllegalArgumentException(problems.count() + " problems, first " + problems.first());
    }

    private static FileResults of(GroupAnswers answers) {
        List<CentreIndex> indices = new ArrayList<>();
        answers.centres().forEach((centre, given) -> given.themes()
                .forEach(theme -> indices.add(new CentreIndex(
                        centre, theme.asked().theme(), theme.index().summary()))));
        return new FileResults(answers.group(), indices);
    }
}
