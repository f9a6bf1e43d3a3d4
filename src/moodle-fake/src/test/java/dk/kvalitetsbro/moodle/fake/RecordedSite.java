package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.FeedbackQuestion.Kind;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A stand-in in the state of the recorded sites, with the same ids: accounts 5 to 2006, courses 2 to 61, and what the
 * requests count on. Ids that the sites had used and dropped are used and dropped here too.
 */
final class RecordedSite implements AutoCloseable {
    private static final String SCALE =
            "[{\"scaleid\":\"1\"},{\"id\":1,\"scaledefault\":1,\"proficient\":0},{\"id\":2,\"scaledefault\":0,\"proficient\":1}]";

    private final MoodleFake moodle;
    private final Rest rest;

    RecordedSite(MoodleVersion version, String token) {
        this.moodle = MoodleFake.start(new Settings(0, Optional.empty(), token, version));
        this.rest = new Rest(moodle.baseUri(), token);
        people();
        courses();
        activities();
        otherActivities();
        cohortsAndGroups();
        competencies();
    }

    MoodleFake moodle() {
        return moodle;
    }

    /** What was done to the real site between two recordings. */
    void prepare(Recording recording) {
        moodle.faults().clear();
        if (recording.withoutCapabilities()) {
            switch (recording.function()) {
                case "core_group_add_group_members" -> rest.call("core_group_delete_groups", "groupids[0]=3");
                case "core_group_create_groupings" -> rest.call("core_group_delete_groupings", "groupingids[0]=1");
                default -> {}
            }
            moodle.faults().revokeAll();
        }
    }

    List<String> functions() {
        return rest
                .object("core_webservice_get_site_info")
                .getJsonArray("functions")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(function -> function.getString("name"))
                .toList();
    }

    HttpResponse<String> post(String body) throws IOException {
        return rest.post(body);
    }

    @Override
    public void close() {
        moodle.close();
    }

    private void people() {
        moodle.addUsers(IntStream.rangeClosed(1, 2_002)
                .mapToObj(i -> new User("u%05d".formatted(i), "First" + i, "Last" + i, "EMP%05d".formatted(i)))
                .toList());
    }

    private void courses() {
        moodle.addCategory("Mandatory training", "MAND");
        moodle.addCourses(IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new Course(
                        "C" + i,
                        "CRS%03d".formatted(i),
                        "Course " + i,
                        "Summary " + i,
                        "Mandatory training",
                        List.of()))
                .toList());
        enrol(2, LongStream.rangeClosed(5, 20));
        enrol(3, LongStream.of(5, 6));
        enrol(4, LongStream.of(6));
        enrol(32, LongStream.of(5));
        enrol(42, LongStream.of(5, 6));
        moodle.completeOtherwise(5, 2, Instant.now());
        moodle.completeOtherwise(6, 4, Instant.now());
    }

    private void activities() {
        for (long course : List.of(2L, 3L)) {
            long number = course - 1;
            moodle.addActivity(course, "forum", "Announcements", 0);
            moodle.addActivity(course, "page", "Page " + number, 1);
            moodle.addFeedback(
                    course,
                    "Evaluation " + number,
                    number == 1,
                    List.of(
                            new FeedbackQuestion(Kind.NUMBER, "Rate 1-5", "rate", List.of()),
                            new FeedbackQuestion(Kind.CHOICE, "Useful?", "useful", List.of("yes", "no", "maybe")),
                            new FeedbackQuestion(Kind.TEXT, "Comments", "comm", List.of())));
        }
    }

    private void otherActivities() {
        for (long course : List.of(4L, 32L, 42L)) {
            moodle.addActivity(course, "page", "Page", 1);
        }
    }

    private void cohortsAndGroups() {
        for (int i = 1; i <= 2; i++) {
            rest.call(
                    "core_cohort_create_cohorts",
                    "cohorts[0][categorytype][type]=system",
                    "cohorts[0][categorytype][value]=",
                    "cohorts[0][name]=Cohort " + i,
                    "cohorts[0][idnumber]=COH" + i);
            rest.call(
                    "core_group_create_groups",
                    "groups[0][courseid]=2",
                    "groups[0][name]=G" + i,
                    "groups[0][description]=");
        }
        rest.call("core_cohort_delete_cohorts", "cohortids[0]=2");
        rest.call("core_group_delete_groups", "groupids[0]=1", "groupids[1]=2");
    }

    private void competencies() {
        rest.call(
                "core_competency_create_competency_framework",
                "competencyframework[shortname]=Framework",
                "competencyframework[idnumber]=FW1",
                "competencyframework[scaleid]=1",
                "competencyframework[scaleconfiguration]=" + SCALE,
                "competencyframework[contextid]=1");
        for (int i = 1; i <= 12; i++) {
            rest.call(
                    "core_competency_create_competency",
                    "competency[shortname]=Competency " + i,
                    "competency[idnumber]=COMP" + i,
                    "competency[competencyframeworkid]=1");
            rest.call("core_competency_add_competency_to_course", "courseid=" + (i + 1), "competencyid=" + i);
        }
    }

    private void enrol(long course, LongStream users) {
        var rows = users.mapToObj(user -> "enrolments[%1$d][roleid]=5&enrolments[%1$d][userid]=%1$d".formatted(user)
                        + "&enrolments[%d][courseid]=%d".formatted(user, course))
                .toArray(String[]::new);
        rest.call("enrol_manual_enrol_users", rows);
    }
}
