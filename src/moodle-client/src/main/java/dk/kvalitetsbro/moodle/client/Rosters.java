package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who is enrolled in courses, by id, for those who must not miss anybody. Suspended enrolments count too, which
 * {@code core_enrol_get_users_courses} would leave out. Many courses are read in one request where the site offers that.
 * For one write: which groups the account sees is asked once, and may be otherwise at the next.
 */
final class Rosters {
    private static final String ENROLLED_USERS = "core_enrol_get_enrolled_users";
    private static final String USER_FIELDS = "userfields";
    private static final long SEPARATE_GROUPS = 1;
    private static final int COURSES_PER_REQUEST = 25;

    private final Wire wire;
    private final AtomicBoolean seesAllGroups = new AtomicBoolean();

    Rosters(Wire wire) {
        this.wire = wire;
    }

    /** How many courses one request asks about at the very most. */
    int coursesPerRequest() {
        return wire.together().offered() ? COURSES_PER_REQUEST : 1;
    }

    /**
     * The ids of everybody enrolled, for at least the first of the courses and as many after it as one request told of.
     * Where a list may be short of some the answer is an exception: in a course with separate groups Moodle shows an
     * account only its own groups, unless it has {@code moodle/site:accessallgroups}.
     */
    List<Answer<Set<Long>>> of(List<Long> courses) {
        var lists = lists(courses);
        var listed = new ArrayList<Long>();
        for (int i = 0; i < lists.size(); i++) {
            if (lists.get(i).value().isPresent()) {
                listed.add(courses.get(i));
            }
        }
        var doubtful = doubtful(listed);
        var answers = new ArrayList<Answer<Set<Long>>>();
        for (int i = 0; i < lists.size(); i++) {
            answers.add(doubtful.contains(courses.get(i)) ? groupsHidden() : lists.get(i));
        }
        return answers;
    }

    private List<Answer<Set<Long>>> lists(List<Long> courses) {
        if (courses.size() == 1 || !wire.together().offered()) {
            return List.of(alone(courses.get(0)));
        }
        var told = wire
                .together()
                .askOnce(courses.stream().map(Rosters::question).toList())
                .stream()
                .takeWhile(answer -> answer.troubleOfAll().isEmpty())
                .map(answer -> answer.map(Rosters::ids))
                .toList();
        return told.isEmpty() ? List.of(alone(courses.get(0))) : told; // a call of its own is sent again while it fails
    }

    private Answer<Set<Long>> alone(long courseId) {
        var params = Params.none()
                .add("courseid", courseId)
                .add("options[0][name]", USER_FIELDS)
                .add("options[0][value]", "id");
        return Answer.attempt(() -> ids(wire.calls().read(ENROLLED_USERS, params)));
    }

    private static Together.Question question(long courseId) {
        var onlyIds = Json.createObjectBuilder().add("name", USER_FIELDS).add("value", "id");
        return new Together.Question(
                ENROLLED_USERS,
                Json.createObjectBuilder()
                        .add("courseid", courseId)
                        .add("options", Json.createArrayBuilder().add(onlyIds))
                        .build());
    }

    private static Set<Long> ids(JsonValue reply) {
        return new HashSet<>(Fields.list(ENROLLED_USERS, reply, user -> user.number("id")));
    }

    /** The courses whose lists may be short. */
    private Set<Long> doubtful(List<Long> courses) {
        if (courses.isEmpty() || seesAllGroups.get() || asksForAnyGroup(courses.get(0))) {
            return Set.of();
        }
        var doubtful = new HashSet<>(courses);
        var params = Params.none()
                .add("field", "ids")
                .add(
                        "value",
                        String.join(",", courses.stream().map(String::valueOf).toList()));
        wire.object("core_course_get_courses_by_field", params)
                .rows("courses")
                .filter(course -> course.optionalNumber("groupmode")
                        .filter(mode -> mode != SEPARATE_GROUPS)
                        .isPresent())
                .forEach(open -> doubtful.remove(open.number("id")));
        return doubtful;
    }

    /** Moodle looks at the right before it finds that there is no such group. */
    private boolean asksForAnyGroup(long courseId) {
        var params = Params.none()
                .add("courseid", courseId)
                .add("options[0][name]", "groupid")
                .add("options[0][value]", Integer.MAX_VALUE)
                .add("options[1][name]", "limitnumber")
                .add("options[1][value]", 1);
        try {
            wire.calls().read(ENROLLED_USERS, params);
            seesAllGroups.set(true);
            return true;
        } catch (NotAllowed | Refused e) {
            return false;
        }
    }

    private static Answer<Set<Long>> groupsHidden() {
        return Answer.of(new NotAllowed(ENROLLED_USERS, Obstacle.GROUPS_HIDDEN, "groupshidden"));
    }
}
