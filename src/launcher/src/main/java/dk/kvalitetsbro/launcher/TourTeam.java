package dk.kvalitetsbro.launcher;

import static dk.kvalitetsbro.demo.JobGroup.PEDAGOGICAL_ASSISTANT;
import static dk.kvalitetsbro.demo.JobGroup.PEDAGOGUE;
import static java.util.Comparator.comparing;

import dk.kvalitetsbro.demo.Employment;
import dk.kvalitetsbro.demo.JobGroup;
import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.demo.Personas;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Who of Karen's pedagogues and assistants takes the tour's course and who completes it: so many in each part that HR
 * may see all three figures, for a part of fewer than five would withhold them.
 *
 * @param learners  take the course; Maja is the first
 * @param finishers those of them who complete it; Maja is the first
 * @param others    how many of the staff have nothing to do with the course, people on leave among them
 */
public record TourTeam(List<Employment> learners, List<Person> finishers, int others) {
    private static final int ENOUGH = 5;
    private static final Set<JobGroup> COUNTED = Set.of(PEDAGOGUE, PEDAGOGICAL_ASSISTANT);

    public static TourTeam of(List<Employment> employments, Personas personas, LocalDate today) {
        List<Employment> staff = employments.stream()
                .filter(job -> job.centreCode()
                        .filter(personas.karensCentre().code()::equals)
                        .isPresent())
                .filter(job -> COUNTED.contains(job.jobGroup()) && job.currentOn(today))
                .toList();
        List<Employment> working = staff.stream()
                .filter(job ->
                        job.leave().filter(leave -> leave.includes(today)).isEmpty())
                .sorted(comparing(job -> !job.person().equals(personas.maja())))
                .toList();
        int away = staff.size() - working.size();
        List<Employment> learners = working.subList(0, working.size() - (ENOUGH - away));
        List<Person> finishers = learners.subList(0, learners.size() - ENOUGH).stream()
                .map(Employment::person)
                .toList();
        return new TourTeam(learners, finishers, ENOUGH);
    }

    public int done() {
        return finishers.size();
    }

    public int ongoing() {
        return learners.size() - finishers.size();
    }
}
