package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpreadsheetTextTest {
    @Test
    void what_a_spreadsheet_would_compute_stands_as_text() {
        assertEquals(
                "'=HYPERLINK(\"https://elsewhere.example\")",
                SpreadsheetText.harmless("=HYPERLINK(\"https://elsewhere.example\")"));
        assertEquals("'+1", SpreadsheetText.harmless("+1"));
        assertEquals("'-1", SpreadsheetText.harmless("-1"));
        assertEquals("'@sum(1)", SpreadsheetText.harmless("@sum(1)"));
        assertEquals("' =1", SpreadsheetText.harmless(" =1"));
        assertEquals("a=1", SpreadsheetText.harmless("a=1"));
    }

    @Test
    void control_characters_are_written_out() {
        assertEquals("one\\u000d\\u000atwo\\u001b[31m", SpreadsheetText.harmless("one\r\ntwo\u001b[31m"));
        assertEquals("\\u0009=1", SpreadsheetText.harmless("\t=1"));
    }
}
