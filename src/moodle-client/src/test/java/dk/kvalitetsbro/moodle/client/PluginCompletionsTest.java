package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns in which the plugin tells completions. */
class PluginCompletionsTest {
    private static final String COMPLETIONS = "local_kvalitetsbro_get_completions";
    private static final Instant BEGIN = Instant.ofEpochSecond(1_790_000_000);

    private ScriptedMoodle moodle;

    @BeforeEach
    void start() throws Exception {
        moodle = new ScriptedMoodle().offers(COMPLETIONS);
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @ParameterizedTest
    @CsvSource({"4.5, 54, 58, 40023", "5.1, 55, 59, 40056"})
    void reading_goes_on_after_the_last_row_of_a_page(String version, long course, long other, long last)
            throws Exception {
        moodle.answers(Recording.of(version, COMPLETIONS, "next_page"))
                .answers(Recording.of(version, COMPLETIONS, "slightly_ahead"));

        assertEquals(
                List.of("411 " + course + " 30", "412 " + course + " 30", "410 " + other + " 31"),
                read(new Pair(411, course), new Pair(412, course), new Pair(410, other)));
        moodle.received();
        moodle.received();
        assertTrue(moodle.fields().containsAll(List.of("since=1790000031", "afterid=" + last)));
    }

    @Test
    void a_completion_without_a_time_is_one_all_the_same() {
        moodle.answers(
                """
                {"ids":"1","userids":"5","courseids":"2","times":"0","more":false,"now":1790000000}""");

        assertEquals(List.of("5 2 ?"), read(new Pair(5, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ids':'1,2','userids':'5','courseids':'2,2','times':'7,8'",
                "'ids':'1,2','userids':'5,6','courseids':'2','times':'7,8'",
                "'ids':'1,2','userids':'5,6','courseids':'2,2','times':''",
                "'ids':'1,','userids':'5,6','courseids':'2,2','times':'7,8'",
                "'ids':'1','userids':'x','courseids':'2','times':'7'",
                "'ids':[1],'userids':'5','courseids':'2','times':'7'",
                "'completions':[]"
            })
    void columns_that_do_not_fit_together_are_no_completions(String columns) {
        moodle.answers("{" + columns.replace('\'', '"') + ",\"more\":false,\"now\":1790000000}");

        assertTrue(assertThrows(Unavailable.class, () -> read(new Pair(5, 2), new Pair(6, 2)))
                .getMessage()
                .startsWith(COMPLETIONS));
    }

    private List<String> read(Pair... pairs) {
        return moodle
                .client()
                .completions()
                .since(Mark.at(BEGIN), CompletionScope.of(List.of(pairs)))
                .completions()
                .stream()
                .map(completion ->
                        completion.pair().userId() + " " + completion.pair().courseId() + " "
                                + completion
                                        .at()
                                        .map(at -> String.valueOf(at.minusSeconds(BEGIN.getEpochSecond())
                                                .getEpochSecond()))
                                        .orElse("?"))
                .toList();
    }
}
