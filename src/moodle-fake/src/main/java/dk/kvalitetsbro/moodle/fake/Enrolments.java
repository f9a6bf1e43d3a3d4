package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.Completed;
import dk.kvalitetsbro.moodle.fake.Change.Enrolled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Who is enrolled where, and who has completed what. A completion outlives its enrolment, as in Moodle. */
final class Enrolments {
    private final Index<Long, Enrolled> byCourse = new Index<>();
    private final Index<Long, Enrolled> byAccount = new Index<>();
    private final Index<Long, Completed> completionsByCourse = new Index<>();

    void put(Enrolled enrolment) {
        byCourse.put(enrolment.courseId(), enrolment.userId(), enrolment);
        byAccount.put(enrolment.userId(), enrolment.courseId(), enrolment);
    }

    void remove(long userId, long courseId) {
        byCourse.remove(courseId, userId);
        byAccount.remove(userId, courseId);
    }

    void complete(Completed completion) {
        completionsByCourse.put(completion.courseId(), completion.userId(), completion);
    }

    Optional<Enrolled> find(long userId, long courseId) {
        return Optional.ofNullable(byCourse.under(courseId).get(userId));
    }

    /** Everybody in the course, by account. */
    List<Enrolled> inCourse(long courseId) {
        return byCourse.list(courseId);
    }

    /** Somebody's enrolments, newest course first. */
    List<Enrolled> of(long userId) {
        var newestFirst = new ArrayList<>(byAccount.list(userId));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    Optional<Completed> completion(long userId, long courseId) {
        return Optional.ofNullable(completionsByCourse.under(courseId).get(userId));
    }

    List<Completed> completions(long courseId) {
        return completionsByCourse.list(courseId);
    }
}
