package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.moodle.fake.FeedbackQuestion.Kind;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people answered and completed, in the replies that no recording shows because the recorded sites had none. */
class ResultsTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String FILTER = "core_reportbuilder_set_filters";
    private static final String REPORT = "core_reportbuilder_retrieve_report";

    private MoodleFake moodle;
    private Rest rest;

    @BeforeEach
    void start() {
        moodle = MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V4_5));
        moodle.addUsers(TestSite.people(4));
        moodle.addCourses(TestSite.courses(1));
        rest = new Rest(moodle.baseUri(), TOKEN);
        rest.call(
                "enrol_manual_enrol_users",
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                "enrolments[%1$d][roleid]=5&enrolments[%1$d][userid]=%2$d&enrolments[%1$d][courseid]=2"
                                        .formatted(i, 5 + i))
                        .toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @Test
    void numbers_and_texts_are_told_as_they_are_and_choices_are_counted() {
        long feedback = moodle.addFeedback(2, "Evaluering", true, questions());
        moodle.respond(feedback, 5, List.of("4", "1", "Godt"));
        moodle.respond(feedback, 6, List.of("2", "1", ""));
        moodle.respond(feedback, 7, List.of("5", "2", ""));

        var analysis = rest.object("mod_feedback_get_analysis", "feedbackid=" + feedback);
        assertEquals(3, analysis.getInt("completedcount"));
        assertEquals(List.of("4", "2", "5"), data(analysis, 0));
        assertEquals(
                List.of(
                        "{\"answertext\":\"ja\",\"answercount\":2,\"quotient\":0.6666666666666666}",
                        "{\"answertext\":\"nej\",\"answercount\":1,\"quotient\":0.3333333333333333}"),
                data(analysis, 1));
        assertEquals(List.of("Godt", "", ""), data(analysis, 2));
    }

    @Test
    void anonymous_answers_come_without_names() {
        long feedback = moodle.addFeedback(2, "Evaluering", true, questions());
        moodle.respond(feedback, 5, List.of("4", "2", "Godt"));

        var responses = rest.object("mod_feedback_get_responses_analysis", "feedbackid=" + feedback);
        assertEquals(0, responses.getInt("totalattempts"));
        var attempt = responses.getJsonArray("anonattempts").getJsonObject(0);
        assertEquals(false, attempt.containsKey("userid"));
        assertEquals("nej", attempt.getJsonArray("responses").getJsonObject(1).getString("printval"));
        assertEquals("anonymous", rest.errorCode("mod_feedback_get_non_respondents", "feedbackid=" + feedback));
    }

    @Test
    void those_who_have_not_answered_yet_are_named_where_answers_have_names() {
        long feedback = moodle.addFeedback(2, "Evaluering", false, questions());
        moodle.respond(feedback, 5, List.of("4", "2", ""));

        assertEquals(
                3,
                rest.object("mod_feedback_get_non_respondents", "feedbackid=" + feedback)
                        .getInt("total"));
    }

    @Test
    void the_report_tells_who_completed_in_a_window_whose_ends_belong_to_it() {
        moodle.completeOtherwise(5, 2, Instant.ofEpochSecond(1_800_000_000));
        moodle.completeOtherwise(6, 2, Instant.ofEpochSecond(1_800_000_100));
        moodle.completeOtherwise(7, 2, Instant.ofEpochSecond(1_800_000_200));

        assertEquals(List.of("KEY4", "KEY1", "KEY2", "KEY3"), people(0, 10));
        filter(3, 1_800_000_100, 0);
        assertEquals(List.of("KEY2", "KEY3"), people(0, 10));
        filter(3, 1_800_000_000, 1_800_000_100);
        assertEquals(List.of("KEY2"), people(1, 1));
        filter(2, 0, 0);
        assertEquals(List.of("KEY4"), people(0, 10));
        rest.call(FILTER, "reportid=1", "values=no json");
        assertEquals(4, people(0, 10).size());
    }

    @Test
    void a_message_to_nobody_spoils_the_reply_but_the_others_are_sent() {
        assertEquals(
                "formatnotsupported",
                rest.errorCode("core_message_send_instant_messages", message(0, 5), message(1, 9_999_999)));
        var next = rest.array("core_message_send_instant_messages", message(0, 6));
        assertEquals(2, next.getJsonObject(0).getInt("msgid"), "the first one was sent");

        var alone = rest.array("core_message_send_instant_messages", message(0, 9_999_999));
        assertEquals(-1, alone.getJsonObject(0).getInt("msgid"));
    }

    @Test
    void a_grouping_without_idnumber_is_created_although_the_reply_is_an_error() {
        var grouping = "groupings[0][courseid]=2&groupings[0][name]=G&groupings[0][description]=";

        assertEquals("invalidresponse", rest.errorCode("core_group_create_groupings", grouping));
        assertEquals("invalidparameter", rest.errorCode("core_group_create_groupings", grouping), "the name is taken");
    }

    @Test
    void a_rating_is_proficient_where_the_scale_says_so() {
        rest.call(
                "core_competency_create_competency_framework",
                "competencyframework[shortname]=F",
                "competencyframework[idnumber]=F",
                "competencyframework[scaleid]=1",
                "competencyframework[scaleconfiguration]=[{\"scaleid\":\"1\"},{\"id\":3,\"scaledefault\":0,\"proficient\":1}]",
                "competencyframework[contextid]=1");
        rest.call(
                "core_competency_create_competency",
                "competency[shortname]=C",
                "competency[idnumber]=C",
                "competency[competencyframeworkid]=1");
        rest.call("core_competency_create_plan", "plan[name]=P", "plan[userid]=5", "plan[status]=1");
        rest.call("core_competency_add_competency_to_plan", "planid=1", "competencyid=1");

        assertEquals(JsonValue.NULL, rated().get("proficiency"));
        rest.call("core_competency_grade_competency", "userid=5", "competencyid=1", "grade=2");
        assertEquals(JsonValue.FALSE, rated().get("proficiency"));
        rest.call("core_competency_grade_competency_in_plan", "planid=1", "competencyid=1", "grade=3");
        assertEquals(JsonValue.TRUE, rated().get("proficiency"));
        assertEquals(JsonValue.FALSE, rest.call("core_competency_delete_competency", "id=1"), "it is in use");
    }

    private JsonObject rated() {
        return rest.array("core_competency_list_plan_competencies", "id=1")
                .getJsonObject(0)
                .getJsonObject("usercompetency");
    }

    private static String message(int index, long user) {
        return "messages[%1$d][touserid]=%2$d&messages[%1$d][text]=Hej".formatted(index, user);
    }

    private void filter(int operator, long from, long to) {
        rest.call(
                FILTER,
                "reportid=1",
                "values={\"completion:timecompleted_operator\":%d,\"completion:timecompleted_from\":%d,\"completion:timecompleted_to\":%d}"
                        .formatted(operator, from, to));
    }

    private List<String> people(int page, int perPage) {
        return rest
                .object(REPORT, "reportid=1", "page=" + page, "perpage=" + perPage)
                .getJsonObject("data")
                .getJsonArray("rows")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(row -> row.getJsonArray("columns").getString(0))
                .toList();
    }

    private static List<FeedbackQuestion> questions() {
        return List.of(
                new FeedbackQuestion(Kind.NUMBER, "Fra 1 til 5", "rate", List.of()),
                new FeedbackQuestion(Kind.CHOICE, "Brugbart?", "useful", List.of("ja", "nej")),
                new FeedbackQuestion(Kind.TEXT, "Andet", "other", List.of()));
    }

    private static List<String> data(JsonObject analysis, int question) {
        return analysis.getJsonArray("itemsdata")
                .getJsonObject(question)
                .getJsonArray("data")
                .getValuesAs(JsonString::getString);
    }
}
