package dk.kvalitetsbro.demo;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Days from the first to the last, both included.
 *
 * @param to the last day; empty while no end is known
 */
public record Period(LocalDate from, Optional<LocalDate> to) {
    public Period {
        Objects.requireNonNull(from, "from");
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("period ends " + to.get() + ", before it begins " + from);
        }
    }

    static Period since(LocalDate from) {
        return new Period(from, Optional.empty());
    }

    static Period between(LocalDate from, LocalDate to) {
        return new Period(from, Optional.of(to));
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
