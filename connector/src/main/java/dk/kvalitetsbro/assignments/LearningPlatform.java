package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.web.Bilingual;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edge to the platform that courses are taken on. Never called inside a transaction. */
public interface LearningPlatform {
    /**
     * @param courseId the platform's own id of the course
     * @param due      the last day
     * @param leader   who assigned it
     * @param theme    what it was chosen for, where saying so reveals no result
     */
    record Enrolment(
            long assignment,
            PersonKey person,
            long courseId,
            Optional<LocalDate> due,
            PersonKey leader,
            Optional<Bilingual> theme) {}

    /** What became of one enrolment. */
    enum Result {
        ENROLLED,
        ALREADY_ENROLLED,
        NO_ACCOUNT,
        /** The person was enrolled, and the account has been deleted since, or lost the person's key. */
        ACCOUNT_GONE,
        /** Nobody can tell which of them is the person's. */
        SEVERAL_ACCOUNTS,
        ACCOUNT_SUSPENDED,
        NO_SUCH_COURSE,
        /** The course takes nobody from outside. */
        NO_MANUAL_ENROLMENT,
        /** The person was enrolled, and the enrolment has been ended or suspended there. */
        ENROLMENT_ENDED,
        REFUSED,
        /** The platform did not tell; asking again is safe. */
        UNKNOWN;

        /** @return whether the person is enrolled, now or already before */
        boolean isEnrolled() {
            return this == ENROLLED || this == ALREADY_ENROLLED;
        }

        /** @return whether somebody must do something before it can succeed */
        boolean isObstacle() {
            return !isEnrolled() && this != UNKNOWN;
        }
    }

    /** Whether somebody can take a course there at all. */
    enum Account {
        ACTIVE,
        SUSPENDED,
        SEVERAL,
        NONE
    }

    /**
     * @return a result for every enrolment, by its assignment
     * @throws Unavailable when the platform cannot be asked now
     */
    Map<Long, Result> enrol(List<Enrolment> enrolments);

    /** @throws Unavailable when the platform cannot be asked now */
    Map<PersonKey, Account> accounts(Collection<PersonKey> people);

    /** The platform cannot be reached, or does not let the connector in; nothing is known to have happened. */
    class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
