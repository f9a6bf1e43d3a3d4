package dk.kvalitetsbro.organisation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    private final Problems problems = new Problems();

    @Test
    void commas_and_line_feeds_are_read() {
        assertEquals(List.of("1|Ærø", "2|Bø"), rows("code,name\n1,Ærø\n2,Bø\n"));
    }

    @Test
    void semicolons_and_a_byte_order_mark_as_excel_writes_them_are_read() {
        assertEquals(List.of("1|Ærø, syd"), rows("\uFEFFcode;name\r\n1;Ærø, syd\r\n"));
    }

    @Test
    void quotes_may_hold_separators_quotes_and_line_breaks() {
        assertEquals(List.of("1|Den \"lille\", røde\nhave"), rows("code,name\n1,\"Den \"\"lille\"\", røde\nhave\"\n"));
    }

    @Test
    void a_line_after_a_quoted_line_break_keeps_the_number_an_editor_shows() {
        List<Long> lines = new ArrayList<>();
        file("code,name\n1,\"a\nb\"\n2,c\n".getBytes(UTF_8)).each(row -> lines.add(row.line()));
        assertEquals(List.of(2L, 4L), lines);
    }

    @Test
    void rows_of_separators_only_are_left_out() {
        assertEquals(List.of("1|a"), rows("code;name\n1;a\n;\n;\n"));
    }

    @Test
    void white_space_around_a_field_is_ignored_and_within_it_kept() {
        assertEquals(List.of("1|a b", "2|"), rows("code , name\n 1\t,\u2003a b \n2, \n"));
    }

    @Test
    void rows_may_be_long_and_wide() {
        String wide = "x,".repeat(300);
        String longName = "å".repeat(5000);
        List<String> names = new ArrayList<>();
        file((wide + "name\n" + wide + longName + "\n" + wide + "b\n").getBytes(UTF_8))
                .each(row -> names.add(row.text("name")));
        assertEquals(List.of(longName, "b"), names);
    }

    @Test
    void a_row_of_more_fields_than_any_file_has_is_not_read() {
        assertProblem("code,name\n1,a\n" + ",".repeat(20_000) + "\n", 3, "", "organisation.problem.quoting");
    }

    @Test
    void a_digit_is_told_apart_from_everything_else() {
        List<Integer> digits = new ArrayList<>();
        file("code,name\n1,7\n2, 0 \n3,\n4,10\n5,x\n6,５\n".getBytes(UTF_8)).each(row -> digits.add(row.digit(1)));
        assertEquals(List.of(7, 0, -1, -1, -1, -1), digits);
    }

    @Test
    void windows_letters_are_reported_at_their_line() {
        file("code,name\n1,a\n2,Ærø\n".getBytes(ISO_8859_1)).each(row -> {});
        assertEquals("organisation.problem.notUtf8", problems.first().get(0).kind());
    }

    @Test
    void two_byte_letters_are_reported() {
        file("code,name\n1,a\n".getBytes(UTF_16LE)).each(row -> {});
        assertEquals("organisation.problem.notUtf8", problems.first().get(0).kind());
    }

    @Test
    void a_quote_that_never_ends_is_reported() {
        assertProblem("code,name\n1,\"a\" b\n2,c\n", 2, "", "organisation.problem.quoting");
    }

    @Test
    void a_row_with_too_few_fields_is_reported_and_not_read() {
        assertEquals(List.of("2|b"), rows("code,name\n1\n2,b\n"));
        assertEquals(
                new Problem(2, "", "organisation.problem.fieldCount", "1", "2"),
                problems.first().get(0));
    }

    @Test
    void a_value_shaped_like_a_cpr_number_is_reported_but_not_repeated() {
        assertEquals(List.of(), rows("code,name\n1,Bo 010112-1234\n"));
        assertEquals(
                new Problem(2, "name", "organisation.problem.cpr", "", ""),
                problems.first().get(0));
    }

    @Test
    void a_file_with_a_header_only_is_reported_as_empty() {
        assertProblem("code,name\n", 2, "", "organisation.problem.empty");
    }

    @Test
    void a_file_of_nothing_is_reported_as_empty() {
        file(new byte[0]);
        assertEquals("organisation.problem.empty", problems.first().get(0).kind());
    }

    @Test
    void missing_unknown_and_doubled_columns_are_each_reported() {
        CsvFile file = file("code,code,extra\n1,2,3\n".getBytes(UTF_8));
        assertFalse(file.hasExactly(List.of("code", "name")));
        assertEquals(
                List.of(
                        "name organisation.problem.missingColumn",
                        "code organisation.problem.columnTwice",
                        "extra organisation.problem.unknownColumn"),
                problems.first().stream().map(p -> p.column() + " " + p.kind()).toList());
    }

    @Test
    void columns_may_come_in_any_order() {
        assertTrue(file("name,code\nx,1\n".getBytes(UTF_8)).hasExactly(List.of("code", "name")));
    }

    @Test
    void a_date_in_another_form_is_reported() {
        file("code,name\n1,01-08-2019\n".getBytes(UTF_8)).each(row -> row.date("name"));
        assertEquals(
                new Problem(2, "name", "organisation.problem.notADate", "01-08-2019", "2019-08-01"),
                problems.first().get(0));
    }

    @Test
    void all_problems_are_counted_and_the_first_thousand_kept() {
        StringBuilder text = new StringBuilder("code,name\n");
        for (int i = 0; i < 1500; i++) {
            text.append("1\n");
        }
        rows(text.toString());
        assertEquals(1500, problems.count());
        assertEquals(Problems.KEPT, problems.first().size());
    }

    private void assertProblem(String text, long line, String column, String kind) {
        rows(text);
        assertEquals(new Problem(line, column, kind, "", ""), problems.first().get(0));
    }

    private List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        file(text.getBytes(UTF_8)).each(row -> rows.add(row.text("code") + "|" + row.text("name")));
        return rows;
    }

    private CsvFile file(byte[] content) {
        return new CsvFile(content, problems);
    }
}
