package dk.kvalitetsbro.tallies;

import static java.util.Comparator.comparing;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Answers;
import dk.kvalitetsbro.surveys.Item;
import dk.kvalitetsbro.surveys.Response;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What one group answered in one round, centre by centre. Memory grows with the number of centres and items, not with
 * the number of answers, which are streamed. Which items were asked at all has to be known before, since an index takes
 * half of those.
 */
record GroupAnswers(RespondentGroup group, List<AskedTheme> themes, Map<CentreCode, CentreAnswers> centres) {

    static GroupAnswers read(Answers answers, String round, RespondentGroup group, List<Item> questionnaire) {
        return of(
                group,
                AskedTheme.of(questionnaire, answers.answered(round, group, questionnaire.size())),
                answers.eligible(round, group),
                reader -> answers.each(round, group, reader));
    }

    /** @param responses hands all of the group's on to a reader */
    static GroupAnswers of(
            RespondentGroup group,
            List<AskedTheme> asked,
            Map<CentreCode, Integer> eligible,
            Consumer<Consumer<Response>> responses) {
        Map<CentreCode, CentreAnswers> centres = new HashMap<>();
        eligible.forEach((centre, invited) -> centres.put(centre, new CentreAnswers(asked, invited)));
        responses.accept(response -> centres.computeIfAbsent(response.centre(), unlisted -> new CentreAnswers(asked, 0))
                .add(source(response), response.answers().clone()));
        Map<CentreCode, CentreAnswers> ordered = new TreeMap<>(comparing(CentreCode::value));
        ordered.putAll(centres);
        return new GroupAnswers(group, asked, ordered);
    }

    /** Which items anybody has answered. */
    static BitSet answered(Iterable<Response> responses) {
        BitSet answered = new BitSet();
        responses.forEach(response -> {
            short[] given = response.answers();
            for (int item = answered.nextClearBit(0); item < given.length; item = answered.nextClearBit(item + 1)) {
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
