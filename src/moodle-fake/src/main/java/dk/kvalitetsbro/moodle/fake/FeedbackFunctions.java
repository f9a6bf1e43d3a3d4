package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Activity;
import dk.kvalitetsbro.moodle.fake.Row.Feedback;
import dk.kvalitetsbro.moodle.fake.Row.Question;
import dk.kvalitetsbro.moodle.fake.Row.Response;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** Feedback activities: their questions, and what people answered. */
final class FeedbackFunctions {
    private static final int PAGE = 20;
    private static final String CHOICES_START = ">>>>>";

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    FeedbackFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "mod_feedback_get_feedbacks_by_courses", this::byCourses,
                "mod_feedback_get_feedback_access_information", this::access,
                "mod_feedback_get_items", this::items,
                "mod_feedback_get_page_items", this::pageItems,
                "mod_feedback_get_analysis", this::analysis,
                "mod_feedback_get_responses_analysis", this::responses,
                "mod_feedback_get_finished_responses", this::ownResponses,
                "mod_feedback_get_unfinished_responses", this::ownResponses,
                "mod_feedback_get_non_respondents", this::nonRespondents);
    }

    /** Without courses those that the account is enrolled in, and it is enrolled nowhere. */
    private JsonValue byCourses(Args args) {
        var feedbacks = array();
        var warnings = array();
        for (var text : args.only("courseids").texts("courseids")) {
            long courseId = Args.toNumber(text);
            if (tables.courses.find(courseId).isEmpty() || !capabilities.mayEnter(courseId)) {
                warnings.add(Replies.warning("course", courseId, "1", "No access rights in course context"));
            } else if (capabilities.has(Capability.VIEW_FEEDBACK)) {
                tables.feedbacks.all().stream()
                        .filter(feedback -> activity(feedback).courseId() == courseId)
                        .forEach(feedback -> feedbacks.add(describe(feedback)));
            }
        }
        return object().add("feedbacks", feedbacks).add("warnings", warnings).build();
    }

    private JsonObjectBuilder describe(Feedback feedback) {
        var activity = activity(feedback);
        return object().add("id", feedback.id())
                .add("course", activity.courseId())
                .add("name", activity.name())
                .add("intro", "")
                .add("introformat", 1)
                .addNull("lang")
                .add("anonymous", feedback.anonymous() ? 1 : 2)
                .add("multiple_submit", false)
                .add("autonumbering", false)
                .add("page_after_submitformat", 0)
                .add("publish_stats", false)
                .add("completionsubmit", true)
                .add("coursemodule", activity.id())
                .add("introfiles", array());
    }

    private JsonValue access(Args args) {
        var feedback = feedback(args.only("feedbackid", "courseid"));
        boolean reports = capabilities.has(Capability.VIEW_FEEDBACK_REPORTS);
        return object().add("canviewanalysis", reports)
                .add("cancomplete", false)
                .add("cansubmit", true)
                .add("candeletesubmissions", false)
                .add("canviewreports", reports)
                .add("canedititems", false)
                .add("isempty", tables.questionsByFeedback.count(feedback.id()) == 0)
                .add("isopen", true)
                .add("isalreadysubmitted", false)
                .add("isanonymous", feedback.anonymous())
                .add("warnings", array())
                .build();
    }

    private JsonValue items(Args args) {
        var feedback = feedback(args.only("feedbackid", "courseid"));
        return object().add("items", questions(feedback))
                .add("warnings", array())
                .build();
    }

    private JsonValue pageItems(Args args) {
        args.only("feedbackid", "page", "courseid").number("page");
        return object().add("items", questions(feedback(args)))
                .add("hasprevpage", false)
                .add("hasnextpage", false)
                .add("warnings", array())
                .build();
    }

    private JsonArrayBuilder questions(Feedback feedback) {
        var items = array();
        int position = 1;
        for (var question : tables.questionsByFeedback.list(feedback.id())) {
            items.add(describe(question, position++));
        }
        return items;
    }

    private static JsonObjectBuilder describe(Question question, int position) {
        return object().add("id", question.id())
                .add("feedback", question.feedbackId())
                .add("template", 0)
                .add("name", question.name())
                .add("nameformat", 1)
                .add("label", question.label())
                .add("presentation", question.presentation())
                .add("presentationformat", 1)
                .add("typ", question.kind())
                .add("hasvalue", 1)
                .add("position", position)
                .add("required", false)
                .add("dependitem", 0)
                .add("dependvalue", "")
                .add("options", "")
                .add("itemfiles", array())
                .add("itemnumber", position)
                .addNull("otherdata");
    }

    private JsonValue analysis(Args args) {
        var feedback = reported(args.only("feedbackid", "groupid", "courseid"));
        var questions = tables.questionsByFeedback.list(feedback.id());
        var responses = tables.responsesByFeedback.list(feedback.id());
        var items = array();
        for (int i = 0; i < questions.size(); i++) {
            int index = i;
            var values = responses.stream()
                    .map(response -> response.values().get(index))
                    .toList();
            items.add(object().add("item", describe(questions.get(i), i + 1))
                    .add("data", summary(questions.get(i), values)));
        }
        return object().add("completedcount", responses.size())
                .add("itemscount", questions.size())
                .add("itemsdata", items)
                .add("warnings", array())
                .build();
    }

    /** The values as they are, or for a choice JSON in a string for each of its answers. */
    private static JsonArray summary(Question question, List<String> values) {
        if (!question.kind().equals("multichoice") || values.isEmpty()) {
            return Replies.texts(values);
        }
        var counts = array();
        var answers = answers(question);
        for (int i = 1; i <= answers.size(); i++) {
            var number = Integer.toString(i);
            long count = values.stream().filter(number::equals).count();
            counts.add(object().add("answertext", answers.get(i - 1))
                    .add("answercount", count)
                    .add("quotient", (double) count / values.size())
                    .build()
                    .toString());
        }
        return counts.build();
    }

    private static List<String> answers(Question question) {
        var presentation = question.presentation();
        int start = presentation.indexOf(CHOICES_START) + CHOICES_START.length();
        return List.of(presentation.substring(start).split("\\|"));
    }

    /** Anonymous answers come apart from the others, and without names. */
    private JsonValue responses(Args args) {
        var feedback = reported(args.only("feedbackid", "groupid", "page", "perpage", "courseid"));
        var responses = tables.responsesByFeedback.list(feedback.id());
        var described = array(page(responses, args, 0), response -> describe(feedback, response));
        boolean anonymous = feedback.anonymous();
        return object().add("attempts", anonymous ? array() : described)
                .add("totalattempts", anonymous ? 0 : responses.size())
                .add("anonattempts", anonymous ? described : array())
                .add("totalanonattempts", anonymous ? responses.size() : 0)
                .add("warnings", array())
                .build();
    }

    private static <T> List<T> page(List<T> rows, Args args, int otherwise) {
        long size = args.optionalNumber("perpage").filter(number -> number > 0).orElse((long) otherwise);
        long page = args.numberOrZero("page");
        return size == 0 ? rows : rows.stream().skip(page * size).limit(size).toList();
    }

    private JsonObjectBuilder describe(Feedback feedback, Response response) {
        var json = object().add("id", response.id()).add("courseid", 0);
        if (feedback.anonymous()) {
            json.add("number", response.id());
        } else {
            json.add("userid", response.userId())
                    .add("timemodified", response.at())
                    .add(
                            "fullname",
                            tables.accounts
                                    .find(response.userId())
                                    .orElseThrow()
                                    .fullname());
        }
        var answers = array();
        var questions = tables.questionsByFeedback.list(feedback.id());
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var value = response.values().get(i);
            boolean choice = question.kind().equals("multichoice") && !value.isEmpty();
            answers.add(object().add("id", question.id())
                    .add("name", question.name())
                    .add("printval", choice ? answers(question).get(Integer.parseInt(value) - 1) : value)
                    .add("rawval", value));
        }
        return json.add("responses", answers);
    }

    private JsonValue ownResponses(Args args) {
        feedback(args.only("feedbackid", "courseid"));
        return object().add("responses", array()).add("warnings", array()).build();
    }

    private JsonValue nonRespondents(Args args) {
        var feedback = reported(args.only("feedbackid", "groupid", "sort", "page", "perpage", "courseid"));
        if (feedback.anonymous()) {
            throw WebServiceException.moodle("anonymous", "Anonymous");
        }
        var responded = tables.responsesByFeedback.list(feedback.id()).stream()
                .map(Response::userId)
                .toList();
        var missing = tables.enrolmentsByCourse.list(activity(feedback).courseId()).stream()
                .filter(enrolled -> enrolled.isActive(site.now()) && !responded.contains(enrolled.userId()))
                .toList();
        var users = array(page(missing, args, PAGE), enrolled -> object().add("courseid", 0)
                .add("userid", enrolled.userId())
                .add(
                        "fullname",
                        tables.accounts.find(enrolled.userId()).orElseThrow().fullname())
                .add("started", false));
        return object().add("users", users)
                .add("total", missing.size())
                .add("warnings", array())
                .build();
    }

    private Feedback reported(Args args) {
        var feedback = feedback(args);
        capabilities.require(Capability.VIEW_FEEDBACK_REPORTS);
        return feedback;
    }

    private Feedback feedback(Args args) {
        var feedback = lookup.required(tables.feedbacks.find(args.number("feedbackid")), "feedback");
        capabilities.requireLogin(activity(feedback).courseId());
        return feedback;
    }

    private Activity activity(Feedback feedback) {
        return tables.activities.find(feedback.activityId()).orElseThrow();
    }
}
