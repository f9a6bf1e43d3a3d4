package dk.kvalitetsbro.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final Person SOMEBODY = new Person(new UUID(1, 2), "bo.lund", "Bo Lund");

    @Test
    void a_period_includes_its_first_and_its_last_day() {
        var march = Period.between(FIRST, LAST);
        assertTrue(march.includes(FIRST));
        assertTrue(march.includes(LAST));
        assertFalse(march.includes(FIRST.minusDays(1)));
        assertFalse(march.includes(LAST.plusDays(1)));
        assertTrue(Period.since(FIRST).includes(LocalDate.of(2099, 1, 1)));
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Period.between(LAST, FIRST));
    }

    @Test
    void leave_outside_the_employment_is_refused() {
        var employment = new Employment(
                SOMEBODY, "T1", Optional.of("D1"), JobGroup.PEDAGOGUE, Period.since(LAST), Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> employment.onLeave(Period.since(FIRST)));
    }

    @Test
    void a_centre_without_an_area_is_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> new Centre("D1", "Lindely", CentreKind.INSTITUTION, List.of()));
    }

    @Test
    void a_username_that_moodle_would_refuse_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Person(new UUID(1, 2), "Søren", "Søren Lund"));
    }

    @Test
    void a_course_without_hours_or_themes_is_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> new Course("K1", "Leg", "Play", 0, "WORKSHOP", List.of("SOC")));
        assertThrows(IllegalArgumentException.class, () -> new Course("K1", "Leg", "Play", 3, "WORKSHOP", List.of()));
    }

    @Test
    void blank_codes_and_negative_counts_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Area(" ", "Nord", Period.since(FIRST)));
        assertThrows(IllegalArgumentException.class, () -> new Eligible(2019, "D1", RespondentGroup.CHILD, -1));
    }

    @Test
    void values_with_commas_are_quoted() throws IOException {
        var file = new CsvFile("x.csv", List.of("a", "b"), rows -> rows.accept(List.of("leg, læring", "")));
        assertEquals("a,b\n\"leg, læring\",\n", Answers.text(file));
    }

    @Test
    void a_writer_that_fails_is_reported_as_it_failed() {
        var full = new IOException("disk full");
        var thrown = assertThrows(IOException.class, () -> DemoMunicipality.of(Size.BILLUND)
                .responseFiles(2019)
                .get(0)
                .writeTo(new Failing(full)));
        assertEquals(full, thrown);
    }

    private static final class Failing extends Writer {
        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            throw failure;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
