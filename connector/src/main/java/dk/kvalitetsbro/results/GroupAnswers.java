package dk.kvalitetsbro.results;

import static java.util.Comparator.comparing;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Answers;
import dk.kvalitetsbro.surveys.Item;
import dk.kvalitetsbro.surveys.Response;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one group answered in one round, centre by centre. Memory grows with the number of centres and items, not with
 * the number of answers, which are streamed twice: first to see which items were asked at all, since an index takes
 * half of those, then to add them up.
 */
record GroupAnswers(RespondentGroup group, List<AskedTheme> themes, Map<CentreCode, CentreAnswers> centres) {

    static GroupAnswers read(Answers answers, String round, RespondentGroup group, List<Item> questionnaire) {
        List<AskedTheme> asked = AskedTheme.of(questionnaire, answered(answers, round, group));
        Map<CentreCode, CentreAnswers> centres = new TreeMap<>(comparing(CentreCode::value));
        answers.eligible(round, group)
                .forEach((centre, invited) -> centres.put(centre, new CentreAnswers(asked, invited)));
        answers.each(round, group, response -> centres.computeIfAbsent(
                        response.centre(), unlisted -> new CentreAnswers(asked, 0))
                .add(source(response), response.answers().clone()));
        return new GroupAnswers(group, asked, centres);
    }

    private static BitSet answered(Answers answers, String round, RespondentGroup group) {
        BitSet answered = new BitSet();
        answers.each(round, group, response -> {
            short[] given = response.answers();
            for (int item = 0; item < given.length; item++) {
                if (given[item] != 0) {
                    answered.set(item);
                }
            }
        });
        return answered;
    }

    private static Optional<String> source(Response response) {
        return response.rater().or(response::family);
    }
}
