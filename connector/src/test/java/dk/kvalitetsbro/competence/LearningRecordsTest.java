package dk.kvalitetsbro.competence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.competence.Moment.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRecordsTest {
    private final Classroom room = new Classroom();

    LearningRecordsTest() {
        room.town.pedagogue("maja", "C1").pedagogue("ole", "C1").pedagogue("karen", "C1");
    }

    @Test
    void a_record_tells_what_why_by_whom_and_nothing_of_others() {
        room.taking("maja", 11);
        room.taking("ole", 12);

        List<Learning> record = room.records.of(SmallTown.key("maja"));

        assertEquals(1, record.size());
        assertEquals("Matematik", record.get(0).course().orElseThrow().name());
        assertEquals("Fordi.", record.get(0).reason().da());
        assertEquals("karen", record.get(0).byWhom());
        assertEquals(LocalDate.of(2026, 9, 1), record.get(0).due());
    }

    @Test
    void what_is_not_completed_is_overdue_the_day_after_the_last() {
        room.taking("maja", 11);
        room.taking("maja", 12);
        room.completed("maja", 12);

        room.clock.move(Duration.ofDays(92));
        assertEquals(List.of(false, false), overdue());

        room.clock.move(Duration.ofDays(1));
        assertEquals(List.of(true, false), overdue());
    }

    @Test
    void what_was_given_up_is_told_until_the_course_is_given_again() {
        room.taking("maja", 11);
        room.taking("maja", 12);
        room.givenUp("maja", 11);
        assertEquals(List.of("Matematik"), givenUp());

        room.taking("maja", 11);
        assertEquals(List.of(), givenUp());
    }

    private List<String> givenUp() {
        return Learning.givenUp(room.records.of(SmallTown.key("maja"))).stream()
                .map(learning -> learning.course().orElseThrow().name())
                .toList();
    }

    @Test
    void the_time_line_tells_what_has_happened_the_newest_first() {
        room.taking("maja", 11);
        room.completed("maja", 11);
        room.town.onLeaveFrom("E-maja", LocalDate.of(2026, 6, 2)).leaves("E-maja", LocalDate.of(2027, 1, 1));

        assertEquals(List.of(Kind.ASSIGNED, Kind.COMPLETED, Kind.EMPLOYED), kindsUntil(LocalDate.of(2026, 6, 1)));
        assertEquals(
                List.of(Kind.LEFT, Kind.LEAVE_BEGUN, Kind.ASSIGNED, Kind.COMPLETED, Kind.EMPLOYED),
                kindsUntil(LocalDate.of(2027, 1, 1)));
    }

    private List<Kind> kindsUntil(LocalDate today) {
        var person = SmallTown.key("maja");
        return Moment.timeLine(room.organisation.employments(person), room.records.of(person), today).stream()
                .map(Moment::kind)
                .toList();
    }

    private List<Boolean> overdue() {
        return room.records.of(SmallTown.key("maja")).stream()
                .map(Learning::overdue)
                .toList();
    }
}
