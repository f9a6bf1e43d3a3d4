package dk.kvalitetsbro.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.StandIn;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedInThereTest {
    private static final URI BACK = URI.create("https://kvalitet.example/app/log-ind");

    private static final HttpServletRequest REQUEST = StandIn.of(
            HttpServletRequest.class,
            Map.of(
                    "getContextPath", none -> "/kommune",
                    "getRequestURL", none -> new StringBuffer("https://kvalitet.example/kommune/app/log-ind")));

    private final SigningIn signing = new SigningIn(TestDatabase.begin().jdbi());
    private final SignedInThere there =
            new SignedInThere(signing.settings, signing.provider, new PublicAddress(Optional.empty()));

    @AfterEach
    void stop() {
        signing.close();
    }

    @Test
    void the_sign_in_is_ended_where_the_provider_says_by_the_token_it_began_with() {
        assertEquals(Optional.of(URI.create(end() + "&id_token_hint=a.b.c")), there.end("a.b.c", BACK));
    }

    @Test
    void a_token_that_was_too_long_to_keep_is_not_named() {
        assertEquals(Optional.of(URI.create(end())), there.end(SignedInThere.kept("x".repeat(4_000)), BACK));
    }

    private String end() {
        return signing.there.issuer() + "/end?client_id=kvalitetsbro"
                + "&post_logout_redirect_uri=https%3A%2F%2Fkvalitet.example%2Fapp%2Flog-ind";
    }

    @Test
    void the_token_is_kept_where_no_script_reads_it_and_sent_to_nothing_but_the_sign_out() {
        for (NewCookie cookie : List.of(there.remembering(REQUEST, "a.b.c"), there.forgetting(REQUEST))) {
            assertTrue(cookie.isHttpOnly());
            assertTrue(cookie.isSecure());
            assertEquals(NewCookie.SameSite.LAX, cookie.getSameSite());
            assertEquals("/kommune/app/log-ud", cookie.getPath());
        }
        assertEquals(-1, there.remembering(REQUEST, "a.b.c").getMaxAge());
        assertEquals(0, there.forgetting(REQUEST).getMaxAge());
    }

    @Test
    void whoever_cannot_be_signed_out_there_is_told_so() {
        signing.there.discoveryWith(document -> document.remove("end_session_endpoint"));
        assertEquals(Optional.empty(), there.end("a.b.c", BACK));
    }

    @Test
    void so_they_are_while_the_provider_is_down() {
        signing.there.discoveryAnswers(call -> StandInProvider.answer(call, 503, "{}"));
        assertEquals(Optional.empty(), there.end("a.b.c", BACK));
    }
}
