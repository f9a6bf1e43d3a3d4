package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The participants of a platform's course, beside the people that are known here. */
class ParticipantsTest {
    private final Classroom room = new Classroom();
    private final Participants participants = knownBy("idnumber");

    @AfterEach
    void the_stand_in_stops() {
        room.close();
    }

    @Test
    void each_is_known_without_a_key_or_a_stranger_and_no_cpr_number_is_shown() throws Exception {
        room.enrol("maja", "ole", "-gaest", "fremmed", "010100-1234 x");
        room.arrive("maja", 5);

        assertEquals(new Participants.Comparison(2, 1, 2, List.of("fremmed", "xxxxxx-xxxx")), compare());
    }

    @Test
    void each_is_known_by_the_username_where_the_municipality_says_so() throws Exception {
        room.enrol("maja", "-ole", "-gaest");
        room.arrive("maja", 5);

        Participants byUsername = knownBy("username");
        Courses.Course course = room.courses.of(room.platform.id()).get(0);

        assertEquals(
                new Participants.Comparison(1, 0, 2, List.of("-ole", "-gaest")),
                byUsername.compare(room.platform, course));
    }

    @Test
    void all_pages_are_read() throws Exception {
        room.enrol(IntStream.range(0, 1100).mapToObj(n -> "p" + n).toArray(String[]::new));
        room.arrive("maja", 5);

        assertEquals(1100, compare().strangers());
        assertEquals(50, compare().unknown().size());
    }

    @Test
    void a_course_is_known_from_the_last_launch_out_of_it() {
        room.arrive("maja", 5);
        room.arrive(
                "ole",
                6,
                Map.of(Claims.LTI + "context", Map.of("id", "9", "title", "Andet\nkursus")),
                Optional.empty());

        assertEquals(
                List.of("Andet_kursus", "Kerneopgaven"),
                room.courses.of(room.platform.id()).stream()
                        .map(Courses.Course::title)
                        .toList());
    }

    @Test
    void participants_at_another_host_are_not_asked_for() {
        String own = room.moodle.lti().membersOf(room.course, room.tool).toString();
        for (String other : List.of(
                "https://evil.example/members",
                "file:///etc/passwd",
                "http://[oops",
                own + "#here",
                own.replace("://", "://a:b@"))) {
            room.arrive(
                    "maja",
                    5,
                    Map.of(
                            "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                            Map.of("context_memberships_url", other)),
                    Optional.empty());
        }

        assertEquals(List.of(), room.courses.of(room.platform.id()));
    }

    @Test
    void a_platform_that_gives_no_access_tells_no_participants() {
        room.arrive("maja", 5);
        room.keys.renew();

        assertThrows(NotUsable.class, this::compare);
    }

    private Participants knownBy(String personKey) {
        return new Participants(room.services(), room.organisation, new Vouched(personKey));
    }

    private Participants.Comparison compare() throws Exception {
        return participants.compare(
                room.platform, room.courses.of(room.platform.id()).get(0));
    }
}
