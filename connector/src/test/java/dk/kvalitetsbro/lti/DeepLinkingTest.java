package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.SignInStates;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The ticket that a choice comes back with, and the answer that the platform gets. */
class DeepLinkingTest {
    private static final URI ISSUER = URI.create("https://moodle.example");
    private static final Platform PLATFORM = TestPlatform.silent(ISSUER);
    private static final DeepLinkRequest ASKED = new DeepLinkRequest(
            3, "1", new PersonKey("maja"), ISSUER.resolve("/return"), Optional.of("the platform's own"), true);
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    private final MovableClock clock = new MovableClock();
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final SignInStates states = new SignInStates(jdbi, clock);
    private final ToolKeys keys = new ToolKeys(jdbi, clock);
    private final DeepLinking linking = new DeepLinking(states, keys, clock);

    @Test
    void a_ticket_counts_once() {
        String ticket = linking.begin(ASKED).text();

        assertEquals(Optional.of(ASKED), linking.take(ticket));
        assertEquals(Optional.empty(), linking.take(ticket));
    }

    @Test
    void there_is_half_an_hour_to_choose() {
        String inTime = linking.begin(ASKED).text();
        clock.move(DeepLinking.TIME_TO_CHOOSE.minusSeconds(1));
        assertEquals(Optional.of(ASKED), linking.take(inTime));

        String late = linking.begin(ASKED).text();
        clock.move(DeepLinking.TIME_TO_CHOOSE);
        assertEquals(Optional.empty(), linking.take(late));
    }

    @Test
    void half_a_ticket_anothers_half_and_a_ticket_for_something_else_are_none() {
        Ticket ticket = linking.begin(ASKED);
        Ticket other = linking.begin(ASKED);
        String link = Ticket.of(states.begin("lti-registration", ASKED.carried(), Duration.ofHours(1)))
                .text();

        for (String wrong :
                List.of("", ticket.state(), ticket.state() + "." + other.proof(), link, ticket.text() + ".")) {
            assertEquals(Optional.empty(), linking.take(wrong), wrong);
        }
        assertEquals(Optional.of(ASKED), linking.take(ticket.text()));
    }

    @Test
    void no_ticket_is_written_to_a_log() {
        assertEquals("a ticket", linking.begin(ASKED).toString());
    }

    @Test
    void the_answer_is_signed_for_that_platform_and_lives_for_five_minutes() throws Exception {
        SignedJWT answer = answer(ASKED);
        JWTClaimsSet claims = answer.getJWTClaimsSet();

        assertTrue(answer.verify(new RSASSAVerifier(keys.current())));
        assertEquals("client", claims.getIssuer());
        assertEquals(List.of(ISSUER.toString()), claims.getAudience());
        assertEquals(
                clock.instant().plus(Duration.ofMinutes(5)),
                claims.getExpirationTime().toInstant());
        assertEquals("1", claims.getStringClaim(Claims.LTI + "deployment_id"));
        assertEquals("LtiDeepLinkingResponse", claims.getStringClaim(Claims.LTI + "message_type"));
        assertEquals("the platform's own", claims.getStringClaim(DL + "data"));
        assertNotEquals(
                claims.getStringClaim("nonce"), answer(ASKED).getJWTClaimsSet().getStringClaim("nonce"));
    }

    @Test
    void what_is_placed_opens_in_a_window_and_has_a_grade_where_there_is_something_to_do() throws Exception {
        List<?> items = answer(ASKED).getJWTClaimsSet().getListClaim(DL + "content_items");

        assertEquals(
                List.of(
                        Map.of(
                                "type",
                                "ltiResourceLink",
                                "title",
                                "Mine forløb",
                                "url",
                                "https://kvalitetsbro.example/app/mine-forloeb",
                                "window",
                                Map.of("targetName", "_blank")),
                        Map.of(
                                "type",
                                "ltiResourceLink",
                                "title",
                                "Workshop",
                                "url",
                                "https://kvalitetsbro.example/app/dagtilbud/H/workshops/1",
                                "window",
                                Map.of("targetName", "_blank"),
                                "lineItem",
                                Map.of(
                                        "scoreMaximum",
                                        1L,
                                        "label",
                                        "Workshop",
                                        "resourceId",
                                        "dagtilbud/H/workshops/1"))),
                items);
    }

    private SignedJWT answer(DeepLinkRequest request) throws Exception {
        return SignedJWT.parse(linking.answer(
                PLATFORM,
                request,
                List.of(
                        new Placeable("mine-forloeb", "Mine forløb", false),
                        new Placeable("dagtilbud/H/workshops/1", "Workshop", true)),
                page -> URI.create("https://kvalitetsbro.example/app/" + page)));
    }
}
