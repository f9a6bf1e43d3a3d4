package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mine-forloeb",
                "dagtilbud/D0001/resultater",
                "temaer-og-kurser?tema=MAT&q=to%20ord",
                "arbejdsliste?side=2"
            })
    void a_page_of_this_product_is_one_to_come_back_to(String page) {
        assertEquals(Optional.of(page), OwnPage.of(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "///elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "/mine-forloeb",
                "../mine-forloeb",
                "javascript:alert(1)",
                "data:text/html,x",
                "mine-forloeb#part",
                "mine-forloeb\r\nSet-Cookie: a=b",
                "mine-forloeb?q=to ord",
                "log-ind",
                "log-ud/oidc",
                "glemt",
                "dagtilbud//resultater",
                "runder/2019/aabn"
            })
    void anything_else_is_not(String asked) {
        assertEquals(Optional.empty(), OwnPage.of(asked));
    }

    @Test
    void nor_is_nothing_or_what_is_too_long() {
        assertEquals(Optional.empty(), OwnPage.of(null));
        assertEquals(Optional.empty(), OwnPage.of("mine-forloeb?q=" + "x".repeat(500)));
    }
}
