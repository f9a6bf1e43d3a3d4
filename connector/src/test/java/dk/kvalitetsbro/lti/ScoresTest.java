package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.moodle.fake.LtiPlatform.Score;
import dk.kvalitetsbro.outbox.Entry;
import dk.kvalitetsbro.outbox.Outcome;
import dk.kvalitetsbro.workshops.Contribution;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who contributes to a workshop has done the activity that led there, and the platform hears of it. */
class ScoresTest {
    private static final String ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final Outcome DELIVERED = new Outcome.Delivered();

    private final Classroom room = new Classroom();

    @AfterEach
    void the_stand_in_stops() {
        room.close();
    }

    @Test
    void who_contributes_has_done_the_activity_at_the_platform() {
        long maja = room.enrol("maja").get(0);
        room.arrive("maja", maja);

        contribute("maja");

        assertEquals(List.of(DELIVERED), deliver());
        Score score = room.moodle.lti().scores().get(0);
        assertEquals(maja, score.userId());
        assertEquals(score.maximum(), score.given());
        assertEquals(room.clock.instant(), score.at());
    }

    @Test
    void it_is_told_once_however_much_is_contributed() {
        room.arrive("maja", room.enrol("maja").get(0));

        contribute("maja");
        Set<String> first = room.waiting();
        room.clock.move(Duration.ofMinutes(5));
        contribute("maja");

        assertEquals(1, first.size());
        assertEquals(first, room.waiting());
    }

    @Test
    void who_came_to_another_page_or_by_another_way_has_nothing_told() {
        room.arrive("maja", 5, Map.of(), Optional.of("dagtilbud/H/workshops/2"));
        room.arrive("maja", 5, Map.of(), Optional.empty());

        contribute("maja");
        assertEquals(Set.of(), room.waiting());

        room.arrive("maja", 5);
        contribute("ole");
        assertEquals(Set.of(), room.waiting());
    }

    @Test
    void a_step_of_the_workshop_is_the_workshop() {
        room.arrive("maja", room.enrol("maja").get(0), Map.of(), Optional.of(Classroom.PAGE + "?trin=undren"));

        contribute("maja");

        assertEquals(1, room.waiting().size());
    }

    @Test
    void an_activity_without_grades_or_with_a_column_of_another_host_is_not_remembered() {
        List<Map<String, Object>> others = List.of(
                Map.of("scope", List.of(ToolDescription.SCORE)),
                Map.of("scope", List.of(), "lineitem", room.lineItem.toString()),
                Map.of("scope", List.of(ToolDescription.SCORE), "lineitem", "https://evil.example/lineitem"),
                Map.of("scope", List.of(ToolDescription.SCORE), "lineitem", "file:///etc/passwd"),
                Map.of("scope", List.of(ToolDescription.SCORE), "lineitem", withUser(room.lineItem)),
                Map.of("scope", List.of(ToolDescription.SCORE), "lineitem", room.lineItem + "#here"),
                Map.of("scope", List.of(ToolDescription.SCORE), "lineitem", "http://[oops"));
        others.forEach(other -> room.arrive("maja", 5, Map.of(ENDPOINT, other), Optional.of(Classroom.PAGE)));

        contribute("maja");

        assertEquals(Set.of(), room.waiting());
    }

    @Test
    void telling_it_twice_is_harmless() {
        room.arrive("maja", room.enrol("maja").get(0));
        contribute("maja");

        assertEquals(List.of(DELIVERED), deliver());
        assertEquals(List.of(DELIVERED), deliver(), "the platform answers 409: it knows already");
    }

    @Test
    void whoever_is_no_longer_a_participant_is_set_aside() {
        room.arrive("maja", 4711);
        contribute("maja");

        assertEquals(
                List.of(new Outcome.Parked("lti.score.parked.NOT_A_PARTICIPANT", room.platform.name())), deliver());
    }

    @Test
    void an_activity_that_was_deleted_is_set_aside() {
        room.arrive("maja", room.enrol("maja").get(0));
        contribute("maja");
        room.moodle.lti().deleteLineItem(room.lineItem);

        assertEquals(List.of(new Outcome.Parked("lti.score.parked.GONE", room.platform.name())), deliver());
    }

    @Test
    void a_column_that_is_no_longer_the_platforms_own_is_not_asked() {
        room.seats.take(
                room.platform.id(), "7", "5", new PersonKey("maja"), "https://evil.example/lineitem", Classroom.PAGE);
        contribute("maja");

        assertEquals(List.of(new Outcome.Parked("lti.score.parked.GONE", room.platform.name())), deliver());
    }

    @Test
    void one_token_is_used_until_shortly_before_it_ends() throws Exception {
        String first = room.tokens.of(room.platform);
        room.clock.move(Duration.ofMinutes(58));
        assertEquals(first, room.tokens.of(room.platform));
        room.clock.move(Duration.ofMinutes(1));
        assertTrue(!first.equals(room.tokens.of(room.platform)));
    }

    @Test
    void a_token_that_the_platform_has_forgotten_is_asked_for_again() throws Exception {
        room.arrive("maja", room.enrol("maja").get(0));
        contribute("maja");
        room.tokens.of(room.platform);
        room.moodle.lti().forgetTokens();

        assertEquals(List.of(DELIVERED), deliver());
    }

    @Test
    void a_platform_that_cannot_read_the_tools_key_is_told_later() {
        room.arrive("maja", room.enrol("maja").get(0));
        contribute("maja");
        room.keys.renew();

        assertInstanceOf(Outcome.TryLater.class, deliver().get(0));
        room.pasteKey();
        assertEquals(List.of(DELIVERED), deliver());
    }

    @Test
    void a_platform_that_is_closed_hears_of_it_when_it_is_open_again() {
        room.arrive("maja", room.enrol("maja").get(0));
        contribute("maja");
        room.platforms.change(room.platform.id(), Platform.State.DISABLED);

        assertInstanceOf(Outcome.TryLater.class, deliver().get(0));
        room.platforms.change(room.platform.id(), Platform.State.ACTIVE);
        assertEquals(List.of(DELIVERED), deliver());
    }

    @Test
    void a_platform_that_was_removed_hears_nothing_and_nothing_waits_for_it() {
        room.arrive("maja", room.enrol("maja").get(0));
        contribute("maja");
        room.platforms.remove(room.platform.id());

        assertEquals(List.of(DELIVERED), deliver());
        assertEquals(List.of(), room.moodle.lti().scores());
    }

    @Test
    void a_platform_that_does_not_answer_holds_up_no_other() {
        room.arrive("maja", room.enrol("maja").get(0));
        Platform silent = room.register("http://127.0.0.1:1", "other");
        room.seats.take(silent.id(), "7", "5", new PersonKey("maja"), "http://127.0.0.1:1/lineitem", Classroom.PAGE);
        contribute("maja");

        List<Outcome> outcomes = deliver();

        assertEquals(2, outcomes.size());
        assertEquals(1, outcomes.stream().filter(DELIVERED::equals).count());
        assertEquals(
                1, outcomes.stream().filter(Outcome.TryLater.class::isInstance).count());
    }

    @Test
    void no_platform_is_asked_inside_a_transaction() {
        room.arrive("maja", room.enrol("maja").get(0));
        contribute("maja");
        room.beginTransaction();

        assertThrows(IllegalStateException.class, this::deliver);
    }

    @Test
    void people_read_whose_activity_it_is_about() {
        room.arrive("maja", 4711);
        contribute("maja");

        assertEquals(
                List.of("maja: aktivitet udført"),
                room.delivery().describe(entries()).values().stream()
                        .map(about -> about.what().da())
                        .toList());
    }

    @Test
    void scores_go_before_the_query_of_the_column() {
        assertEquals(
                URI.create("https://m.example/2/lineitems/3/lineitem/scores?type_id=1"),
                new LineItem(URI.create("https://m.example/2/lineitems/3/lineitem?type_id=1")).scores());
        assertEquals(
                URI.create("https://m.example/3/scores"), new LineItem(URI.create("https://m.example/3")).scores());
    }

    private static String withUser(URI address) {
        return address.toString().replace("://", "://a:b@");
    }

    private void contribute(String person) {
        room.scores().contributed(new Contribution(new PersonKey(person), Classroom.PAGE));
    }

    private List<Outcome> deliver() {
        return List.copyOf(room.delivery().deliver(entries()).values());
    }

    private List<Entry> entries() {
        return room.jdbi.withHandle(handle -> handle.createQuery(
                        "select id, kind, key, payload, attempts from outbox.entry where kind = 'score' order by id")
                .mapTo(Entry.class)
                .list());
    }
}
