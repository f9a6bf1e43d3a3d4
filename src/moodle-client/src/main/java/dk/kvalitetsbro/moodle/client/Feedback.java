package dk.kvalitetsbro.moodle.client;

import java.util.Collection;
import java.util.List;

/** The feedback activities of courses and what was answered, added up. */
public final class Feedback {
    private static final String IN_COURSES = "mod_feedback_get_feedbacks_by_courses";
    private static final String ANALYSIS = "mod_feedback_get_analysis";

    /** A feedback activity. */
    public record Form(long id, long courseId, String name, boolean anonymous) {
        private static final long ANONYMOUS = 1;

        static Form from(Fields row) {
            return new Form(
                    row.number("id"),
                    row.number("course"),
                    row.text("name"),
                    row.optionalNumber("anonymous").orElse(0L) == ANONYMOUS);
        }
    }

    /**
     * What was answered.
     *
     * @param answers how many people have answered
     */
    public record Analysis(long answers, List<Question> questions) {
        public Analysis {
            questions = List.copyOf(questions);
        }
    }

    /**
     * One question and its answers.
     *
     * @param kind   such as {@code multichoice}, {@code numeric} or {@code textarea}
     * @param values what Moodle tells of the answers, each as JSON text whose form depends on the kind
     */
    public record Question(long id, String name, String label, String kind, List<String> values) {
        public Question {
            values = List.copyOf(values);
        }

        static Question from(Fields row) {
            var item = row.object("item");
            return new Question(
                    item.number("id"),
                    item.optionalText("name").orElse(""),
                    item.optionalText("label").orElse(""),
                    item.text("typ"),
                    row.texts("data").toList());
        }
    }

    private final Wire wire;

    Feedback(Wire wire) {
        this.wire = wire;
    }

    /**
     * The feedback activities of some courses ({@code mod_feedback_get_feedbacks_by_courses}).
     *
     * @throws MoodleException.NotAllowed where the account can't see one of the courses, of which Moodle only warns
     */
    public List<Form> in(Collection<Long> courseIds) {
        if (courseIds.isEmpty()) {
            return List.of();
        }
        var params = Params.none();
        int index = 0;
        for (var courseId : courseIds) {
            params.add("courseids[" + index++ + "]", courseId);
        }
        var reply = wire.object(IN_COURSES, params);
        reply.rows("warnings").findFirst().ifPresent(warning -> {
            throw new MoodleException.NotAllowed(IN_COURSES, Obstacle.CAPABILITY_MISSING, "courseclosed");
        });
        return reply.rows("feedbacks").map(Form::from).toList();
    }

    /** The answers to a feedback activity, added up ({@code mod_feedback_get_analysis}). */
    public Analysis analysis(long feedbackId) {
        var reply = wire.object(ANALYSIS, Params.none().add("feedbackid", feedbackId));
        return new Analysis(
                reply.number("completedcount"),
                reply.rows("itemsdata").map(Question::from).toList());
    }
}
