package dk.kvalitetsbro.moodle;

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

    /** @return the courses that Moodle may not have any more: it missed a record, and does not say which */
    Set<Long> doubtful() {
        Set<Long> courses = new HashSet<>();
        for (Answer each : answers) {
            if (each.answer() instanceof NotTold nothing && NO_RECORD.contains(nothing.errorCode())) {
                courses.add(each.taken().courseId());
            }
        }
        return courses;
    }

    /** @param gone the courses that Moodle really does not have any more */
    List<Lost> lost(Set<Long> gone) {
        List<Lost> lost = new ArrayList<>();
        for (Answer each : answers) {
            Taken taken = each.taken();
            if (gone.contains(taken.courseId())) {
                lost.add(new Lost(taken.person(), taken.courseId(), Result.NO_SUCH_COURSE));
            } else if (each.answer() instanceof NotTold nothing
                    && nothing.errorCode().equals(NOT_ENROLLED)) {
                lost.add(new Lost(taken.person(), taken.courseId(), Result.ENROLMENT_ENDED));
            }
        }
        return lost;
    }

    /** @return Moodle's error for each course of which it told nothing but that */
    Map<Long, String> silent() {
        Map<Long, String> silent = new HashMap<>();
        Set<Long> spoke = new HashSet<>();
        for (Answer each : answers) {
            if (each.answer() instanceof NotTold nothing
                    && !nothing.errorCode().equals(NOT_ENROLLED)
                    && !NO_RECORD.contains(nothing.errorCode())) {
                silent.putIfAbsent(each.taken().courseId(), nothing.errorCode());
            } else {
                spoke.add(each.taken().courseId());
            }
        }
        silent.keySet().removeAll(spoke);
        return silent;
    }
}
