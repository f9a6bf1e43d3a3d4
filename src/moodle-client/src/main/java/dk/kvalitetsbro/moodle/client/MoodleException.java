package dk.kvalitetsbro.moodle.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Moodle call that did not succeed. The subtype says what the caller may do. No message ever holds the token. */
public abstract sealed class MoodleException extends RuntimeException {
    private MoodleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Moodle did nothing: unreachable, overloaded, in maintenance, being upgraded or without its database. The same call
     * may be sent again later.
     */
    public static final class Unavailable extends MoodleException {
        private final @Nullable Duration retryAfter;

        Unavailable(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        /** How long the site asks callers to wait, when it says so. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** Moodle lets this token do nothing of the kind. An administrator has to act before the call can succeed. */
    public static final class NotAllowed extends MoodleException {
        private final Obstacle obstacle;
        private final String errorCode;

        NotAllowed(String function, Obstacle obstacle, String errorCode) {
            super(function + ": " + errorCode + ". " + obstacle.remedy(Locale.ENGLISH), null);
            this.obstacle = obstacle;
            this.errorCode = errorCode;
        }

        /** What stands in the way; {@link Obstacle#remedy} tells an administrator what to do about it. */
        public Obstacle obstacle() {
            return obstacle;
        }

        /** Moodle's errorcode, or {@code http} followed by the status where Moodle gave none. */
        public String errorCode() {
            return errorCode;
        }
    }

    /** Moodle understood and refused. The same call will fail again. */
    public static sealed class Refused extends MoodleException {
        private final String errorCode;
        private final String reason;

        Refused(String function, String errorCode, String reason) {
            super(function + ": " + errorCode + ": " + reason, null);
            this.errorCode = errorCode;
            this.reason = reason;
        }

        /** Moodle's errorcode, such as {@code invaliduser}. Versions differ: 5.1 says {@code invalidrecordunknown}. */
        public String errorCode() {
            return errorCode;
        }

        /** Moodle's own sentence, in the language of the token's account, without markup. */
        public String reason() {
            return reason;
        }
    }

    /** The plugin can't read from this cursor. Another one may do: one of its own pages, or the start. */
    public static final class CursorRefused extends Refused {
        /** What is wrong with a cursor. */
        public enum Problem {
            /** {@code limitinvalid}: it asks for no row, or for more than a page has. */
            LIMIT_INVALID,
            /** {@code cursornegative}: it lies before 1970. */
            NEGATIVE,
            /** {@code cursorinfuture}: it lies ahead of Moodle's clock; go on from the {@code now} of the last page. */
            IN_FUTURE
        }

        private final Problem problem;

        CursorRefused(String function, Problem problem, String errorCode, String reason) {
            super(function, errorCode, reason);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** A write whose reply was lost: it may have happened. Read before sending it again. */
    public static final class Unclear extends MoodleException {
        Unclear(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
