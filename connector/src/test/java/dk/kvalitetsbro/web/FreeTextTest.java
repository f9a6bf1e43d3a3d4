package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FreeTextTest {
    /** No living person's: the day is the first of January 1900 or a replacement number's. */
    private static final List<String> CPR_SHAPED = List.of(
            "010100-1234",
            "0101001234",
            "010100 1234",
            "010100 - 1234",
            "010100–1234",
            "010100\u00a01234",
            "01 01 00 1234",
            "01 01 00-1234",
            "01.01.00-1234",
            "01-01-00-1234",
            "01/01/00 1234",
            "610100-1234",
            "010100\u200b-1234",
            "０１０１００-１２３４",
            "Barnet (010100-1234) har det godt.",
            "cpr0101001234",
            "Se Ada010100-1234.",
            "linje et\n010100-1234\nlinje tre",
            "12345678 og 010100-1234",
            "010100 3f0c1d2e-aaaa-4bbb-8ccc-abcdefabcdef 1234",
            "01010012③4 og 5");

    private static final List<String> ORDINARY = List.of(
            "12 34 56 78",
            "12345678",
            "+45 12 34 56 78",
            "+4512345678",
            "0045 12 34 56 78",
            "5790000123456",
            "5790 0001 2345 6",
            "CVR 29189846",
            "010100123",
            "01010012345",
            "20190101-0001-0001",
            "2019-01-31 12:30",
            "31.01.2019 kl. 12.30",
            "uge 38-41, 2019",
            "321300-1234",
            "000100-1234",
            "011300-1234",
            "DK50 0040 0440 1162 43",
            "3f0c1d2e-0101-4001-8ccc-010100123412",
            "ab010100-1234-4bbb-8ccc-0101001234ab",
            "2019F010100");

    @TestFactory
    Stream<DynamicTest> the_shape_of_a_cpr_number_is_seen_however_it_is_written() {
        return CPR_SHAPED.stream()
                .map(text -> DynamicTest.dynamicTest(text, () -> assertEquals(true, FreeText.looksLikeCpr(text))));
    }

    @TestFactory
    Stream<DynamicTest> other_numbers_are_let_through_where_they_can_be_told_apart() {
        return ORDINARY.stream()
                .map(text -> DynamicTest.dynamicTest(text, () -> assertEquals(false, FreeText.looksLikeCpr(text))));
    }

    @Test
    void a_text_that_holds_one_is_refused_whether_it_is_required_or_not() {
        assertEquals(
                "web.text.cpr",
                assertThrows(Refusal.class, () -> FreeText.required("010100-1234", 50))
                        .key());
        assertEquals(
                "web.text.cpr",
                assertThrows(Refusal.class, () -> FreeText.optional("010100-1234", 50))
                        .key());
    }

    @Test
    void control_characters_are_left_out_and_new_lines_stay() {
        assertEquals("Tal er\nsjove", FreeText.required("\u0000Tal\u0007 er\nsjove\u001b", 50));
        assertEquals(
                "web.text.missing",
                assertThrows(Refusal.class, () -> FreeText.required("\u0000", 50))
                        .key());
    }

    @Test
    void a_text_is_as_long_as_its_field_and_no_longer() {
        assertEquals("x".repeat(10), FreeText.optional(" " + "x".repeat(10) + " ", 10));
        assertEquals(
                "web.text.tooLong",
                assertThrows(Refusal.class, () -> FreeText.optional("x".repeat(11), 10))
                        .key());
    }
}
