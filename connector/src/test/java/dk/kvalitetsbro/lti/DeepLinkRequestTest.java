package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.util.JSONObjectUtils;
import dk.kvalitetsbro.access.PersonKey;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a platform asks to have placed, as far as it can be told without a page: {@link DeepLinkIT} has the rest. */
class DeepLinkRequestTest {
    private static final Set<Rule> OF_THE_QUESTION = Set.of(Rule.PLACEABLE, Rule.RETURN_ADDRESS, Rule.CLAIM_FORM);
    private static final URI ISSUER = URI.create("http://127.0.0.1:8090");
    private static final Platform PLATFORM = TestPlatform.silent(ISSUER);

    @ParameterizedTest
    @MethodSource("broken")
    void is_refused(BrokenDeepLink broken) {
        var refused =
                assertThrows(LaunchRefused.class, () -> asked(broken.breaking().apply(ISSUER.toString())));
        assertEquals(broken.rule(), refused.rule());
    }

    static Stream<BrokenDeepLink> broken() {
        return BrokenDeepLink.all().stream().filter(broken -> OF_THE_QUESTION.contains(broken.rule()));
    }

    @Test
    void all_of_it_is_still_known_when_the_choice_comes_back() {
        DeepLinkRequest asked = asked(BrokenDeepLink.honest(ISSUER.toString()));

        assertEquals(asked, DeepLinkRequest.of(asked.carried()));
        assertEquals(Optional.of("a b&c=\u00e6 {\"d\":1}"), asked.data());
        assertEquals(true, asked.several());
        assertEquals(new PersonKey("maja"), asked.person());
    }

    @Test
    void data_need_not_come_and_one_is_placed_unless_several_may_be() {
        DeepLinkRequest asked = asked(claims -> claims.add(
                DeepLinkRequest.SETTINGS,
                Json.createObjectBuilder()
                        .add("accept_types", "ltiResourceLink")
                        .add("deep_link_return_url", ISSUER + "/return")));

        assertEquals(asked, DeepLinkRequest.of(asked.carried()));
        assertEquals(Optional.empty(), asked.data());
        assertEquals(false, asked.several());
    }

    private static DeepLinkRequest asked(UnaryOperator<JsonObjectBuilder> claims) {
        String json = claims.apply(Json.createObjectBuilder()).build().toString();
        return DeepLinkRequest.read(
                new Launch(PLATFORM, "1", "5", "LtiDeepLinkingRequest", "", parsed(json)), new PersonKey("maja"));
    }

    private static Claims parsed(String json) {
        try {
            return new Claims(JSONObjectUtils.parse(json));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
