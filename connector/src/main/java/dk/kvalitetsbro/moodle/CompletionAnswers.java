package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.Assignments.Lost;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.competence.CompletionSource.Completion;
import dk.kvalitetsbro.competence.CompletionSource.Taken;
import dk.kvalitetsbro.moodle.client.CourseCompletion;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Completed;
import dk.kvalitetsbro.moodle.client.CourseCompletion.NotTold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Moodle's answers mean for people and for courses. */
final class CompletionAnswers {
    /** Moodle's words for somebody who is not, or not actively, enrolled. */
    private static final String NOT_ENROLLED = "usernotenroled";

    private static final Set<String> NO_ACCOUNT = Set.of("invaliduser", "userdeleted");

    /** Moodle misses a record, and does not say which. */
    private static final Set<String> NO_RECORD = Set.of("invalidrecord", "invalidrecordunknown");

    /** @param answer to what a person takes */
    record Answer(Taken taken, CourseCompletion.State answer) {}

    private final List<Answer> answers;

    CompletionAnswers(List<Answer> answers) {
        this.answers = List.copyOf(answers);
    }

    List<Completion> completed() {
        List<Completion> completed = new ArrayList<>();
        for (Answer each : answers) {
            if (each.answer() instanceof Completed done) {
                completed.add(new Completion(each.taken().person(), each.taken().courseId(), done.at()));
            }
        }
        return completed;
    }

    /** @return the courses that Moodle may not have any more */
    Set<Long> doubtful() {
        Set<Long> courses = new HashSet<>();
        for (Answer each : answers) {
            if (NO_RECORD.contains(error(each))) {
                courses.add(each.taken().courseId());
            }
        }
        return courses;
    }

    /** @return the people who may have no account any more: a deleted one is out of its courses, too */
    Set<PersonKey> astray() {
        Set<PersonKey> people = new HashSet<>();
        for (Answer each : answers) {
            if (isAboutThePerson(error(each))) {
                people.add(each.taken().person());
            }
        }
        return people;
    }

    /**
     * @param gone      the courses that Moodle really does not have any more
     * @param obstacles why some of the people have no account that can be used
     */
    List<Lost> lost(Set<Long> gone, Map<PersonKey, Result> obstacles) {
        List<Lost> lost = new ArrayList<>();
        for (Answer each : answers) {
            Taken taken = each.taken();
            Result obstacle = obstacles.get(taken.person());
            if (gone.contains(taken.courseId())) {
                lost.add(new Lost(taken.person(), taken.courseId(), Result.NO_SUCH_COURSE));
            } else if (obstacle != null) {
                lost.add(new Lost(taken.person(), taken.courseId(), obstacle));
            } else if (error(each).equals(NOT_ENROLLED)) {
                lost.add(new Lost(taken.person(), taken.courseId(), Result.ENROLMENT_ENDED));
            }
        }
        return lost;
    }

    /** @return Moodle's error, or nothing where it answered */
    private static String error(Answer answer) {
        return answer.answer() instanceof NotTold nothing ? nothing.errorCode() : "";
    }

    private static boolean isAboutThePerson(String error) {
        return error.equals(NOT_ENROLLED) || NO_ACCOUNT.contains(error) || NO_RECORD.contains(error);
    }

    /** @return Moodle's error for each course of which it told nothing but that */
    Map<Long, String> silent() {
        Map<Long, String> silent = new HashMap<>();
        Set<Long> spoke = new HashSet<>();
        for (Answer each : answers) {
            String error = error(each);
            if (!error.isEmpty() && !isAboutThePerson(error)) {
                silent.putIfAbsent(each.taken().courseId(), error);
            } else {
                spoke.add(each.taken().courseId());
            }
        }
        silent.keySet().removeAll(spoke);
        return silent;
    }
}
