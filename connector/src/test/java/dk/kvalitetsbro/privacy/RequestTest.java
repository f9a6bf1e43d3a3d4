package dk.kvalitetsbro.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.access.PersonKey;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-04T10:00:00Z, 2026-06-04",
        "2026-01-31T10:00:00Z, 2026-02-28",
        "2026-12-31T10:00:00Z, 2027-01-31",
    })
    void a_request_is_to_be_answered_within_a_month(OffsetDateTime asked, LocalDate due) {
        assertEquals(due, sent(asked).due());
    }

    @ParameterizedTest
    @CsvSource({"2026-05-03T21:59:00Z, 2026-06-03", "2026-05-03T22:01:00Z, 2026-06-04"})
    void the_day_that_it_was_sent_is_the_danish_one(OffsetDateTime asked, LocalDate due) {
        assertEquals(due, sent(asked).due());
    }

    @ParameterizedTest
    @CsvSource({"2026-05-04, 31", "2026-06-03, 1", "2026-06-04, 0", "2026-06-05, -1", "2026-07-04, -30"})
    void days_are_counted_to_the_last_one_and_beyond(LocalDate today, long left) {
        assertEquals(left, sent(OffsetDateTime.parse("2026-05-04T10:00:00Z")).daysLeft(today));
    }

    private static Request sent(OffsetDateTime asked) {
        return new Request(
                1,
                new PersonKey("maja"),
                Request.Kind.CORRECTION,
                "Navnet",
                "Stavet forkert",
                asked,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
