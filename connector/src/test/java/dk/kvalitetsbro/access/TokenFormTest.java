package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.web.Refusal;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody types to let a program in. */
class TokenFormTest {
    @Test
    void what_is_typed_is_read() {
        TokenForm form = typed("Power BI (2)", List.of("RESULTS", "ROUNDS"), "D0001", "2026-09-01");

        assertEquals("Power BI (2)", form.readName());
        assertEquals(Set.of(ApiScope.RESULTS, ApiScope.ROUNDS), form.readScopes());
        assertEquals(Optional.of(new CentreCode("D0001")), form.readCentre(Set.of("D0001")));
        assertEquals(LocalDate.of(2026, 9, 1), form.readExpires());
    }

    @Test
    void without_a_centre_it_is_for_all_and_a_scope_that_there_is_not_is_none() {
        TokenForm form = typed("Excel", List.of("EVERYTHING", "results"), "", "2026-09-01");

        assertEquals(Optional.empty(), form.readCentre(Set.of("D0001")));
        assertEquals(Set.of(), form.readScopes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "a,b", "=1+1", "token:x", "a/b", "a\"b"})
    void a_name_is_of_letters_and_numbers(String name) {
        assertRefused(
                "access.tokens.nameShape", () -> typed(name, List.of(), "", "").readName());
    }

    @Test
    void a_name_is_needed_and_short() {
        assertRefused("web.text.missing", () -> typed(" ", List.of(), "", "").readName());
        assertRefused("web.text.tooLong", () -> typed("x".repeat(61), List.of(), "", "")
                .readName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"D0002", "d0001", "../D0001", "' or 1=1"})
    void a_centre_is_one_of_today(String centre) {
        assertRefused("access.tokens.noCentre", () -> typed("Excel", List.of(), centre, "")
                .readCentre(Set.of("D0001")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "01-09-2026"})
    void the_last_day_is_a_day(String expires) {
        assertRefused("access.tokens.expiry", () -> typed("Excel", List.of(), "", expires)
                .readExpires());
    }

    private static TokenForm typed(String name, List<String> scopes, String centre, String expires) {
        var form = new MultivaluedHashMap<String, String>();
        form.putSingle("name", name);
        form.put("scope", scopes);
        form.putSingle("centre", centre);
        form.putSingle("expires", expires);
        return TokenForm.typed(form);
    }

    private static void assertRefused(String key, Runnable reading) {
        assertEquals(key, assertThrows(Refusal.class, reading::run).key());
    }
}
