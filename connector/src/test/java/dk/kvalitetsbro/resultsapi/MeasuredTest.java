package dk.kvalitetsbro.resultsapi;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.resultsapi.Measured.Unit;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    @Test
    void a_number_is_no_finer_than_in_the_spreadsheet() {
        assertEquals("62.5", Unit.POMP.of(62.4999).value().toString());
        assertEquals("500", Unit.POINTS.of(499.7).value().toString());
        assertEquals("0.14", Unit.SHARE.of(0.1449).value().toString());
    }

    @Test
    void an_interval_is_rounded_as_its_number_and_has_a_confidence() {
        Measured mean = Unit.POMP.of(62.5, Optional.of(new Interval(56.46, 68.54)), 0.95);

        assertEquals(
                "[56.5, 68.5, 0.95]",
                List.of(mean.low(), mean.high(), mean.confidence()).stream()
                        .flatMap(Optional::stream)
                        .toList()
                        .toString());
    }

    @Test
    void without_an_interval_there_is_no_confidence() {
        assertEquals(
                Optional.empty(), Unit.POMP.of(62.5, Optional.empty(), 0.95).confidence());
    }

    @Test
    void a_probability_has_two_digits_that_say_something_and_is_never_0() {
        assertEquals("0.026", Unit.PROBABILITY.of(0.0258).value().toString());
        assertEquals("1.3E-9", Unit.PROBABILITY.of(1.2999e-9).value().toString());
    }

    @Test
    void what_is_counted_is_named() {
        assertEquals("persons", Measured.answers(PARENT, 20).unit());
        assertEquals("families", Measured.counted(PARENT, 12).unit());
        assertEquals("persons", Measured.counted(CHILD, 12).unit());
        assertEquals("answers", Measured.answers(CONTACT_PEDAGOGUE, 20).unit());
    }

    @Test
    void only_a_reason_that_follows_from_the_place_is_told_by_name() {
        assertEquals(
                List.of(
                        "confidentiality",
                        "confidentiality",
                        "confidentiality",
                        "leaders-never-per-centre",
                        "only-in-totals",
                        "confidentiality",
                        "confidentiality"),
                Stream.of(WithheldReason.values())
                        .map(WithheldNote::of)
                        .map(WithheldNote::reason)
                        .toList());
    }
}
