package dk.kvalitetsbro.surveys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdFormTest {
    @Test
    void what_the_form_shows_in_either_language_reads_back_the_same() {
        for (Locale locale : List.of(Language.DANISH, Language.ENGLISH)) {
            Map<String, String> shown = shown(locale);
            assertEquals(Thresholds.standard(), ThresholdForm.read(shown::get));
        }
    }

    @Test
    void a_number_with_a_decimal_comma_is_read() {
        Map<String, String> sent = shown(Language.ENGLISH);
        sent.put("responseRate", "0,55");
        assertEquals(0.55, ThresholdForm.read(sent::get).responseRate());
    }

    @Test
    void limits_that_contradict_each_other_are_refused() {
        assertRefusedWith("strengthPomp", "60");
    }

    @Test
    void half_an_answer_is_refused() {
        assertRefusedWith("minimumForConclusion", "10,5");
    }

    @Test
    void a_field_that_is_no_number_or_not_there_is_refused() {
        assertRefusedWith("alpha", "høj");
        assertRefusedWith("alpha", "NaN");
        assertRefusedWith("alpha", "");
    }

    private static void assertRefusedWith(String name, String value) {
        Map<String, String> sent = shown(Language.DANISH);
        sent.put(name, value);
        Refusal refusal = assertThrows(Refusal.class, () -> ThresholdForm.read(sent::get));
        assertEquals("surveys.thresholds.contradict", refusal.key());
    }

    private static Map<String, String> shown(Locale locale) {
        Map<String, String> shown = new HashMap<>();
        ThresholdForm.fields(Thresholds.standard(), locale).forEach(field -> shown.put(field.name(), field.text()));
        return shown;
    }
}
