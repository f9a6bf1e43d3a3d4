package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What Moodle said to one of several questions: a value, or its trouble. */
record Answer<T>(Optional<T> value, Optional<MoodleException> trouble) {
    static <T> Answer<T> of(T value) {
        return new Answer<>(Optional.of(value), Optional.empty());
    }

    static <T> Answer<T> of(MoodleException trouble) {
        return new Answer<>(Optional.empty(), Optional.of(trouble));
    }

    /** What Moodle says no to becomes an answer; other trouble is thrown. */
    static <T> Answer<T> attempt(Supplier<T> question) {
        try {
            return of(question.get());
        } catch (NotAllowed | Refused e) {
            return of(e);
        }
    }

    <U> Answer<U> map(Function<T, U> change) {
        return new Answer<>(value.map(change), trouble);
    }

    T orThrow() {
        trouble.ifPresent(e -> {
            throw e;
        });
        return value.orElseThrow();
    }

    /** Trouble that the other questions would meet as well. */
    Optional<MoodleException> troubleOfAll() {
        return trouble.filter(e -> !(e instanceof Refused)
                && !(e instanceof NotAllowed no && !no.obstacle().siteWide()));
    }
}
