package dk.kvalitetsbro.competence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.assignments.Assignments;
import dk.kvalitetsbro.assignments.LearningPlatform;
import dk.kvalitetsbro.competence.CompletionSource.Taken;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class CompletionPollTest {
    private final Classroom room = new Classroom(TestDatabase.fresh());
    private final List<Taken> asked = new ArrayList<>();

    CompletionPollTest() {
        room.town.pedagogue("maja", "C1").pedagogue("ole", "C1");
        room.taking("maja", 11);
        room.taking("ole", 11);
    }

    @Test
    void a_completion_ends_the_assignment_and_is_asked_for_no_more() {
        poll(List.of(Classroom.completion("maja", 11)));
        poll(List.of());

        assertEquals(List.of(taken("maja"), taken("ole"), taken("ole")), asked);
        Learning learning = room.records.of(SmallTown.key("maja")).get(0);
        assertEquals(true, learning.isCompleted());
        assertEquals(Optional.of(Classroom.NOON), learning.completed().map(OffsetDateTime::toInstant));
    }

    @Test
    void a_completion_heard_twice_keeps_what_was_heard_first() {
        room.completed("maja", 11);
        room.competence.heard(List.of(new CompletionSource.Completion(
                SmallTown.key("maja"), 11, Optional.of(Instant.parse("2026-06-01T10:00:00Z")))));

        assertEquals(
                Optional.of(Classroom.NOON),
                room.records.of(SmallTown.key("maja")).get(0).completed().map(OffsetDateTime::toInstant));
    }

    @Test
    void a_platform_that_does_not_tell_when_leaves_the_day_we_heard_of_it() {
        poll(List.of(new CompletionSource.Completion(SmallTown.key("maja"), 11, Optional.empty())));

        assertEquals(
                Optional.of(room.clock.instant()),
                room.records.of(SmallTown.key("maja")).get(0).completed().map(OffsetDateTime::toInstant));
    }

    @Test
    void only_one_node_at_a_time_asks() {
        try (Handle otherNode = room.jdbi.open()) {
            otherNode
                    .select("select pg_try_advisory_lock(?)", CompletionPoll.LOCK)
                    .mapTo(Boolean.class)
                    .one();
            poll(List.of());
        }

        assertEquals(List.of(), asked);
    }

    @Test
    void a_round_that_fails_lets_the_next_one_in() {
        CompletionPoll failing = new CompletionPoll(
                room.jdbi,
                taken -> {
                    throw new IllegalStateException("down");
                },
                room.competence);
        assertThrows(IllegalStateException.class, failing::round);

        poll(List.of());

        assertEquals(2, asked.size());
    }

    @Test
    void who_is_out_of_a_course_in_moodle_comes_to_the_worklist_and_is_asked_about_no_more() {
        var lost = new Assignments.Lost(SmallTown.key("maja"), 11, LearningPlatform.Result.ENROLMENT_ENDED);
        new CompletionPoll(
                        room.jdbi, taken -> new CompletionSource.News(List.of(), List.of(lost, lost)), room.competence)
                .round();
        poll(List.of());

        assertEquals(List.of(taken("ole")), asked);
        assertEquals(
                1, room.town.count("assignments.assignment where state = 'PARKED' and obstacle = 'ENROLMENT_ENDED'"));
        assertEquals(
                1,
                room.town.count(
                        """
                        outbox.entry where kind = 'enrolment' and state = 'PARKED' and reason_detail = 'maja'
                                       and reason_key = 'assignments.obstacle.ENROLMENT_ENDED'"""));
    }

    @Test
    void nothing_is_asked_when_nothing_is_being_taken() {
        room.completed("maja", 11);
        room.completed("ole", 11);

        new CompletionPoll(
                        room.jdbi,
                        taken -> {
                            throw new IllegalStateException("asked for nothing");
                        },
                        room.competence)
                .round();
    }

    private void poll(List<CompletionSource.Completion> answer) {
        new CompletionPoll(
                        room.jdbi,
                        taken -> {
                            asked.addAll(taken);
                            return new CompletionSource.News(answer, List.of());
                        },
                        room.competence)
                .round();
    }

    private static Taken taken(String person) {
        return new Taken(SmallTown.key(person), 11);
    }
}
