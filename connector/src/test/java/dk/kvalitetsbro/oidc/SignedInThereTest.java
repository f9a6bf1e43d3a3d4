package dk.kvalitetsbro.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.web.PublicAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedInThereTest {
    private static final URI BACK = URI.create("https://kvalitet.example/app/log-ind");

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
