package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.web.Texts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What somebody said about what is held about them.
 *
 * @param what     what it is about, in their words
 * @param why      and why
 * @param outcome  none while nobody has decided
 * @param answered the moment of the answer
 */
public record Request(
        long id,
        PersonKey personKey,
        Kind kind,
        String what,
        String why,
        OffsetDateTime asked,
        Optional<Outcome> outcome,
        Optional<String> answer,
        Optional<OffsetDateTime> answered) {
    /** What is asked for. */
    public enum Kind {
        /** Something is wrong and is to be put right (article 16). */
        CORRECTION,
        /** Something is not to be done with it any more (article 21). */
        OBJECTION
    }

    /** What was decided. */
    public enum Outcome {
        GRANTED,
        REFUSED
    }

    /** What the law allows (article 12(3)). */
    private static final Period TIME_TO_ANSWER = Period.ofMonths(1);

    public boolean isOpen() {
        return outcome.isEmpty();
    }

    /** @return the last day on which it is answered in time */
    public LocalDate due() {
        return asked.atZoneSameInstant(Texts.ZONE).toLocalDate().plus(TIME_TO_ANSWER);
    }

    /** @return how many days there are after today; less than 0 when it is too late */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, due());
    }
}
