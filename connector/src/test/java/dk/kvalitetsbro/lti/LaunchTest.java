package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.access.PersonKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, as whom, and where to. */
class LaunchTest {
    private static final TestPlatform PLATFORM = TestPlatform.start();

    private final MovableClock clock = new MovableClock();
    private Door door = new Door(PLATFORM, clock);

    @BeforeEach
    void the_platform_is_registered() {
        door.open();
    }

    @AfterAll
    static void the_platform_stops() {
        PLATFORM.close();
    }

    @ParameterizedTest
    @MethodSource("dk.kvalitetsbro.lti.TestPlatform#recordings")
    void what_real_moodles_sent_keeps_every_rule_but_for_the_administrators_empty_idnumber(String recording) {
        Forgery.Begun login = door.begun();
        Map<String, Object> claims = TestPlatform.claims(
                recording, login.nonce(), PLATFORM.issuer(), door.root() + "lti/launch", door.now());
        var attempt = door.answer(login, PLATFORM.sign(claims));
        assertEquals(recording.endsWith("admin") ? Set.of(Rule.PERSON_KEY) : Set.of(), door.broken(attempt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"choosing_45", "choosing_51"})
    void what_real_moodles_ask_to_be_chosen_for_a_course_is_understood(String recording) {
        Forgery.Begun login = door.begun();
        Map<String, Object> claims = TestPlatform.claims(
                recording, login.nonce(), PLATFORM.issuer(), door.root() + "lti/launch", door.now());
        claims.put(Claims.LTI + "deployment_id", TestPlatform.DEPLOYMENT);

        DeepLinkRequest question = door.question(door.answer(login, PLATFORM.sign(claims)), new PersonKey("EMP00001"));

        assertEquals(
                PLATFORM.issuer() + "/mod/lti/contentitem_return.php",
                question.returnUrl().toString().replaceFirst("[?].*$", ""));
        assertTrue(question.several());
        assertEquals(Optional.empty(), question.data());
    }

    @Test
    void a_person_is_known_by_the_idnumber() {
        assertEquals(new PersonKey("EMP00001"), changed(claims -> {}).person());
    }

    @Test
    void a_person_is_known_by_the_username_where_the_municipality_says_so() {
        door = new Door(PLATFORM, clock, "username");
        door.open();
        assertEquals(new PersonKey("u00001"), changed(claims -> {}).person());
    }

    @Test
    void another_way_to_know_people_stops_the_start() {
        assertThrows(IllegalArgumentException.class, () -> new Vouched("email"));
    }

    @Test
    void neither_roles_nor_an_address_say_who_somebody_is() {
        var wish = changed(claims -> {
            claims.put("email", "karen@kommune.example");
            claims.put(Claims.LTI + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin"));
        });
        assertEquals(new PersonKey("EMP00001"), wish.person());
    }

    @Test
    void the_launch_address_itself_means_the_persons_own_beginning() {
        assertEquals(Optional.empty(), to(door.root() + "lti/launch").page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine-forloeb", "dagtilbud/C001/resultater", "dagtilbud/C001/workshops/7?trin=undren"})
    void a_link_to_a_page_leads_to_it(String page) {
        assertEquals(Optional.of(page), to(door.root() + page).page());
    }

    @Test
    void clocks_may_differ_by_half_a_minute_and_no_more() {
        long now = door.now().getEpochSecond();
        for (int seconds : new int[] {-29, 29}) {
            changed(claims -> {
                claims.put("iat", now + seconds);
                claims.put("exp", now + seconds);
            });
        }
    }

    @Test
    void a_second_more_is_too_much_of_each_time() {
        long now = door.now().getEpochSecond();
        assertEquals(Set.of(Rule.EXPIRY), broken(claims -> claims.put("exp", now - 31)));
        assertEquals(Set.of(Rule.ISSUED), broken(claims -> claims.put("iat", now + 31)));
        assertEquals(Set.of(), broken(claims -> claims.put("iat", now - 299)));
        assertEquals(Set.of(Rule.ISSUED), broken(claims -> claims.put("iat", now - 301)));
        assertEquals(Set.of(), broken(claims -> claims.put("nbf", now + 30)));
        assertEquals(Set.of(Rule.NOT_BEFORE), broken(claims -> claims.put("nbf", now + 31)));
    }

    private Set<Rule> broken(Consumer<Map<String, Object>> change) {
        Forgery.Begun login = door.begun();
        Map<String, Object> claims = door.claims(login);
        change.accept(claims);
        return door.broken(door.answer(login, PLATFORM.sign(claims)));
    }

    @Test
    void a_person_may_take_minutes_to_sign_in_at_the_platform_but_not_a_quarter_of_an_hour() {
        Forgery.Begun login = door.begun();
        clock.move(Duration.ofMinutes(9));
        assertEquals(Set.of(), door.broken(door.answer(login, PLATFORM.sign(door.claims(login)))));
        Forgery.Begun slow = door.begun();
        clock.move(Duration.ofMinutes(11));
        assertEquals(Set.of(Rule.STATE), door.broken(door.answer(slow, PLATFORM.sign(door.claims(slow)))));
    }

    @Test
    void an_audience_may_be_a_list_of_this_tool_alone_or_of_several_where_this_one_is_authorised() {
        changed(claims -> claims.put("aud", List.of(TestPlatform.CLIENT)));
        changed(claims -> {
            claims.put("aud", List.of(TestPlatform.CLIENT, "other"));
            claims.put("azp", TestPlatform.CLIENT);
        });
    }

    @Test
    void a_platform_that_is_disabled_while_somebody_signs_in_lets_nobody_in() {
        var attempt = door.honest();
        var known =
                door.platforms().find(PLATFORM.issuer(), TestPlatform.CLIENT).orElseThrow();
        door.platforms().change(known.id(), Platform.State.DISABLED);
        assertEquals(Set.of(Rule.PLATFORM_ACTIVE), door.broken(attempt));
    }

    @Test
    void a_platform_that_is_removed_while_somebody_signs_in_lets_nobody_in() {
        var attempt = door.honest();
        door.platforms()
                .remove(door.platforms()
                        .find(PLATFORM.issuer(), TestPlatform.CLIENT)
                        .orElseThrow()
                        .id());
        assertEquals(Set.of(Rule.PLATFORM), door.broken(attempt));
    }

    @Test
    void the_token_of_one_client_of_an_issuer_does_not_answer_the_login_of_another() {
        var second = door.platforms().register(PLATFORM.registration("second"), Platform.State.ACTIVE);
        door.platforms().addDeployment(second.id(), TestPlatform.DEPLOYMENT);
        assertEquals(Set.of(), door.broken(door.login().with("client_id", "second")));
        assertEquals(Set.of(), door.broken(door.honest()));
        Forgery.Begun login = door.begun();
        Map<String, Object> claims = new HashMap<>(door.claims(login));
        claims.put("aud", "second");
        assertEquals(Set.of(Rule.AUDIENCE), door.broken(door.answer(login, PLATFORM.sign(claims))));
    }

    @Test
    void registering_again_changes_addresses_and_keeps_deployments_and_state() {
        var again = PLATFORM.registration(Forgery.CLIENT_OF_DISABLED);
        var known = door.platforms().register(again, Platform.State.ACTIVE);
        assertEquals(Platform.State.DISABLED, known.state());
        assertEquals(List.of(TestPlatform.DEPLOYMENT), known.deployments());
    }

    private ResourceLink.Wish to(String target) {
        return changed(claims -> claims.put(Claims.LTI + "target_link_uri", target));
    }

    private ResourceLink.Wish changed(Consumer<Map<String, Object>> change) {
        Forgery.Begun login = door.begun();
        Map<String, Object> claims = door.claims(login);
        change.accept(claims);
        return door.wish(door.answer(login, PLATFORM.sign(claims)));
    }
}
