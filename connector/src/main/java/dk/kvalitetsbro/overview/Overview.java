package dk.kvalitetsbro.overview;

import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.workshops.Wonderings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a leader sees first.
 *
 * @param round     the newest published round
 * @param running   a round that is open now, whose answers are still coming in
 * @param undecided needs without a decision, the most pressing first
 * @param decided   needs with one, the newest decision first
 * @param wonderings questions that wait for an answer, the oldest first
 * @param late      people whose course is overdue
 * @param withoutCourses decided needs to go on with, for which nobody has been given a course
 */
public record Overview(
        Optional<Round> round,
        Optional<Round> running,
        List<Need> undecided,
        List<Need> decided,
        List<Wonderings.Unanswered> wonderings,
        int late,
        Set<Long> withoutCourses) {
    public boolean isQuiet() {
        return undecided.isEmpty() && wonderings.isEmpty() && late == 0 && withoutCourses.isEmpty();
    }

    public boolean awaitsCourses(Need need) {
        return withoutCourses.contains(need.id());
    }
}
