package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One employment of one person; a person may hold several, also at the same time.
 *
 * @param centreCode empty for those who work in the town hall
 */
public record Employment(
        Person person,
        String number,
        Optional<String> centreCode,
        JobGroup jobGroup,
        Period employed,
        Optional<Period> leave) {
    public Employment {
        Objects.requireNonNull(person, "person");
        requireText(number, "employment number");
        Objects.requireNonNull(jobGroup, "jobGroup");
        Objects.requireNonNull(employed, "employed");
        if (leave.isPresent() && !employed.includes(leave.get().from())) {
            throw new IllegalArgumentException("leave begins outside employment " + number);
        }
    }

    public boolean currentOn(LocalDate day) {
        return employed.includes(day);
    }

    boolean in(Centre centre) {
        return centreCode.filter(centre.code()::equals).isPresent();
    }

    Employment until(LocalDate lastDay) {
        return new Employment(person, number, centreCode, jobGroup, Period.between(employed.from(), lastDay), leave);
    }

    Employment onLeave(Period away) {
        return new Employment(person, number, centreCode, jobGroup, employed, Optional.of(away));
    }
}
