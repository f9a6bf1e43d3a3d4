package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that are handed over as they arrive; how little memory that takes is shown by the consumer's program. */
class StreamTest {
    public record Row(long id) {}

    private ScriptedMoodle moodle;

    @BeforeEach
    void start() throws Exception {
        moodle = new ScriptedMoodle();
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @Test
    void rows_are_handed_over_in_order() {
        moodle.answers("[{\"id\":1,\"more\":{\"id\":9}},{\"id\":2}]");

        assertEquals(List.of(new Row(1), new Row(2)), rows());
    }

    @Test
    void an_empty_list_has_no_rows() {
        moodle.answers("[]");

        assertEquals(List.of(), rows());
    }

    @Test
    void trouble_before_the_first_row_is_asked_again() {
        moodle.answers(500, "").answers("[{\"i").answers("[{\"id\":1}]");

        assertEquals(List.of(new Row(1)), rows());
    }

    @Test
    void trouble_after_the_first_row_is_told_and_no_row_comes_twice() {
        moodle.answers("[{\"id\":1},{\"id\":2},{\"i").answers("[{\"id\":1}]");
        var rows = new ArrayList<Row>();

        assertThrows(Unavailable.class, () -> moodle.client().readRows("f", Params.none(), Row.class, rows::add));
        assertEquals(List.of(new Row(1), new Row(2)), rows);
        assertEquals(1, moodle.calls());
    }

    @Test
    void a_refusal_in_place_of_a_list_is_a_refusal() {
        moodle.answers("{\"exception\":\"e\",\"errorcode\":\"invalidparameter\",\"message\":\"m\"}");

        assertThrows(Refused.class, this::rows);
    }

    @Test
    void what_the_caller_throws_reaches_the_caller_and_stops_the_list() {
        moodle.answers("[{\"id\":1},{\"id\":2}]");

        assertThrows(IllegalStateException.class, () -> moodle.client().readRows("f", Params.none(), Row.class, row -> {
            throw new IllegalStateException("enough");
        }));
        assertEquals(1, moodle.calls());
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        moodle.client().readRows("f", Params.none(), Row.class, rows::add);
        return rows;
    }
}
