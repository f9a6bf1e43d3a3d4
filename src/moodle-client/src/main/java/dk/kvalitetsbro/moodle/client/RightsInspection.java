package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.SiteReport.Finding;
import dk.kvalitetsbro.moodle.client.SiteReport.State;
import dk.kvalitetsbro.moodle.client.SiteReport.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out which rights an account has by asking for what can't be done: Moodle looks at the right first, and then
 * misses the account or the competency. So a refusal that names something missing is a good sign.
 */
final class RightsInspection {
    /** No Moodle has counted so far, and none can count further. */
    private static final long NOBODY = Integer.MAX_VALUE;

    private static final int COURSES_LOOKED_INTO = 5;
    private static final String NO_INSTANCE = "wsnoinstance";

    /** The kind of a finding that waits for the account to be let into courses. */
    private static final String CLOSED = "closed";

    private static final String COURSES = "core_course_get_courses_by_field";
    private static final String ENROLLED = "core_enrol_get_enrolled_users";
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final String UNENROL = "enrol_manual_unenrol_users";
    private static final String USERS = "core_user_get_users_by_field";
    private static final String UPDATE = "core_user_update_users";
    private static final String CATEGORIES = "core_course_get_categories";
    private static final String COMPLETION = "core_completion_get_course_completion_status";
    private static final String ACTIVITIES = "core_completion_get_activities_completion_status";
    private static final String LINK = "core_competency_add_competency_to_course";
    private static final String CONTENTS = "core_course_get_contents";
    private static final String FEEDBACK = "mod_feedback_get_feedbacks_by_courses";

    private final Wire wire;
    private final long roleId;
    private final Set<String> wanted;
    private final List<String> someIdnumbers;
    private final List<Finding> findings;
    private Optional<Long> frontPage = Optional.empty();

    /** Nobody who may not look into courses learns whether the rights within them are there. */
    private boolean closed;

    RightsInspection(Wire wire, long roleId, Set<String> wanted, List<String> someIdnumbers, List<Finding> findings) {
        this.wire = wire;
        this.roleId = roleId;
        this.wanted = wanted;
        this.someIdnumbers = someIdnumbers;
        this.findings = findings;
    }

    void inspect(SiteInfo site) {
        Predicate<String> usable =
                name -> wanted.contains(name) && site.functions().contains(name);
        var listed = usable.test(COURSES) ? listedCourses() : List.<Fields>of();
        var courses = shown(listed);
        var inhabited = !courses.isEmpty() && usable.test(ENROLLED) ? courseAccess(courses) : Optional.<Params>empty();
        if (!listed.isEmpty()) {
            courseCodes(listed);
        }
        var course = courses.stream().filter(any -> !closed).findFirst();
        if (usable.test(CATEGORIES)) {
            right(Subject.CATEGORY_CODES, CATEGORIES, category(), "criteriaerror");
        }
        if (usable.test(USERS)) {
            people();
        }
        if (usable.test(UPDATE)) {
            right(Subject.USER_UPDATE, UPDATE, Params.none().add("users[0][id]", NOBODY), "");
        }
        if (usable.test(ENROL)) {
            enrol(site, course);
        }
        inCourse(
                usable,
                UNENROL,
                Subject.UNENROL,
                course.map(
                        id -> Params.none().add("enrolments[0][userid]", NOBODY).add("enrolments[0][courseid]", id)),
                withoutCourse());
        inCourse(
                usable,
                LINK,
                Subject.COMPETENCIES,
                course.map(id -> Params.none().add("courseid", id).add("competencyid", NOBODY)),
                withoutCourse());
        var withoutAnybody = closed ? CLOSED : "nobody";
        inCourse(usable, COMPLETION, Subject.COURSE_COMPLETION, inhabited, withoutAnybody);
        inCourse(usable, ACTIVITIES, Subject.ACTIVITY_COMPLETION, inhabited, withoutAnybody);
        boolean pluginEnrols = site.functions().contains(PluginEnrolling.NAME); // and needs to see nobody for it
        if (course.isPresent() && usable.test(ENROLLED) && !pluginEnrols) {
            groups(course.get());
        }
        if (usable.test(FEEDBACK) && usable.test(CONTENTS) && course.isPresent()) {
            feedback(course.get());
        }
    }

    private List<Fields> listedCourses() {
        var all = wire.object(COURSES, Params.none()).rows("courses").toList();
        frontPage = all.stream()
                .filter(row -> !Course.isCourse(row))
                .map(row -> row.number("id"))
                .findFirst();
        var courses = all.stream().filter(Course::isCourse).toList();
        if (courses.isEmpty()) {
            add(State.BROKEN, Subject.COURSE_ACCESS, "none");
        }
        return courses;
    }

    /** Those that aren't hidden, newest first. */
    private static List<Long> shown(List<Fields> courses) {
        return courses.stream()
                .filter(row -> row.optionalNumber("visible").orElse(1L) != 0)
                .map(row -> row.number("id"))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Courses without the field for their code are half-seen; of closed ones that is no wonder. */
    private void courseCodes(List<Fields> courses) {
        if (closed) {
            add(State.NOT_CHECKED, Subject.COURSE_CODES, CLOSED);
            return;
        }
        long without = courses.stream().filter(row -> !row.has("idnumber")).count();
        add(
                without == 0 ? State.SOUND : State.BROKEN,
                Subject.COURSE_CODES,
                without == 0 ? "sound" : "missing",
                Integer.toString(courses.size()),
                Long.toString(without));
    }

    /** Somebody in one of the courses, if the account may look into them. */
    private Optional<Params> courseAccess(List<Long> courses) {
        try {
            for (long course : courses.subList(0, Math.min(courses.size(), COURSES_LOOKED_INTO))) {
                var params = Params.none()
                        .add("courseid", course)
                        .add("options[0][name]", "limitnumber")
                        .add("options[0][value]", 1);
                var somebody = wire.list(ENROLLED, params, row -> row.number("id")).stream()
                        .findFirst();
                if (somebody.isPresent()) {
                    add(State.SOUND, Subject.COURSE_ACCESS, "sound");
                    return Optional.of(Params.none().add("courseid", course).add("userid", somebody.get()));
                }
            }
            add(State.SOUND, Subject.COURSE_ACCESS, "sound");
        } catch (NotAllowed e) {
            boolean onlyPeople = e.errorCode().startsWith("nopermission");
            closed = !onlyPeople;
            findings.add(new Finding(
                    State.BROKEN,
                    Subject.COURSE_ACCESS,
                    onlyPeople ? "people" : "missing",
                    List.of(e.errorCode()),
                    Optional.of(e.obstacle())));
        }
        return Optional.empty();
    }

    /** Whether people in separate groups are seen: asked for a group that can't exist, Moodle looks at the right first. */
    private void groups(long course) {
        var params = Params.none()
                .add("courseid", course)
                .add("options[0][name]", "groupid")
                .add("options[0][value]", NOBODY);
        try {
            wire.calls().read(ENROLLED, params);
            add(State.SOUND, Subject.GROUPS, "sound");
        } catch (NotAllowed e) {
            add(State.LOOK, Subject.GROUPS, "missing", e.errorCode()); // of no account where no course has such groups
        } catch (Refused e) {
            add(State.NOT_CHECKED, Subject.GROUPS, "");
        }
    }

    private void people() {
        if (someIdnumbers.isEmpty()) {
            add(State.NOT_CHECKED, Subject.PEOPLE, "unasked");
            return;
        }
        var params = Params.none().add("field", "idnumber");
        for (int i = 0; i < someIdnumbers.size(); i++) {
            params.add("values[" + i + "]", someIdnumbers.get(i));
        }
        long found = wire.list(USERS, params, row -> row.optionalText("idnumber")).stream()
                .flatMap(Optional::stream)
                .distinct()
                .count();
        add(
                found == 0 ? State.BROKEN : found < someIdnumbers.size() ? State.LOOK : State.SOUND,
                Subject.PEOPLE,
                found == 0 ? "none" : found < someIdnumbers.size() ? "some" : "sound",
                Long.toString(found),
                Integer.toString(someIdnumbers.size()));
    }

    private void enrol(SiteInfo site, Optional<Long> course) {
        if (course.isEmpty()) {
            add(State.NOT_CHECKED, Subject.ENROL, withoutCourse());
            return;
        }
        try {
            wire.calls().read(ENROL, enrolment(NOBODY, course.get()));
        } catch (NotAllowed e) {
            missing(Subject.ENROL, e);
            return;
        } catch (Refused e) {
            if (e.errorCode().equals(NO_INSTANCE)) {
                add(State.LOOK, Subject.ENROL, "nomanual");
                return;
            }
        }
        role(site);
    }

    /**
     * Moodle misses the account before it looks at the role. So the token's own account is used, on the front page: that
     * never has manual enrolment, which Moodle notices after it has looked at the role.
     */
    private void role(SiteInfo site) {
        boolean seen = false;
        try {
            if (frontPage.isPresent()) {
                wire.calls().read(ENROL, enrolment(site.userId(), frontPage.get()));
            }
        } catch (NotAllowed e) {
            if (e.obstacle() == Obstacle.ROLE_NOT_ASSIGNABLE) {
                missing(Subject.ENROL, e);
                return;
            }
        } catch (Refused e) {
            seen = e.errorCode().equals(NO_INSTANCE);
        }
        add(seen ? State.SOUND : State.NOT_CHECKED, Subject.ENROL, seen ? "sound" : "unseen");
    }

    private void inCourse(
            Predicate<String> usable, String function, Subject subject, Optional<Params> params, String otherwise) {
        if (usable.test(function)) {
            params.ifPresentOrElse(
                    asked -> right(subject, function, asked, ""), () -> add(State.NOT_CHECKED, subject, otherwise));
        }
    }

    /** Why nothing in a course could be looked at. */
    private String withoutCourse() {
        return closed ? CLOSED : "";
    }

    /** Asks for something that can't be done, and sees whether it is the right that is missing. */
    private void right(Subject subject, String function, Params params, String missingRight) {
        try {
            wire.calls().read(function, params); // nothing can come of it, so that it may be asked again
            add(State.SOUND, subject, "sound");
        } catch (NotAllowed e) {
            missing(subject, e);
        } catch (Refused e) {
            if (e.errorCode().equals(NO_INSTANCE)) {
                add(State.LOOK, subject, "nomanual");
            } else if (e.errorCode().equals(missingRight)) {
                add(State.BROKEN, subject, "missing");
            } else {
                add(State.SOUND, subject, "sound");
            }
        }
    }

    /** Without the right Moodle lists no feedback activity, of which the course's contents still tell. */
    private void feedback(long course) {
        try {
            feedbackIn(course);
        } catch (NotAllowed e) {
            add(State.NOT_CHECKED, Subject.FEEDBACK, "");
        }
    }

    private void feedbackIn(long course) {
        boolean there = wire.list(CONTENTS, Params.none().add("courseid", course), Courses.Section::from).stream()
                .flatMap(section -> section.activities().stream())
                .anyMatch(activity -> activity.kind().equals("feedback"));
        if (!there) {
            add(State.NOT_CHECKED, Subject.FEEDBACK, "");
            return;
        }
        boolean listed = wire.object(FEEDBACK, Params.none().add("courseids[0]", course))
                .rows("feedbacks")
                .findAny()
                .isPresent();
        add(listed ? State.SOUND : State.BROKEN, Subject.FEEDBACK, listed ? "sound" : "missing");
    }

    private Params enrolment(long user, long course) {
        return Params.none()
                .add("enrolments[0][roleid]", roleId)
                .add("enrolments[0][userid]", user)
                .add("enrolments[0][courseid]", course);
    }

    private static Params category() {
        return Params.none().add("criteria[0][key]", "idnumber").add("criteria[0][value]", "-");
    }

    private void missing(Subject subject, NotAllowed e) {
        findings.add(new Finding(
                State.BROKEN,
                subject,
                e.obstacle() == Obstacle.ROLE_NOT_ASSIGNABLE ? "role" : "missing",
                List.of(e.errorCode()),
                Optional.of(e.obstacle())));
    }

    private void add(State state, Subject subject, String kind, String... details) {
        findings.add(new Finding(state, subject, kind, List.of(details), Optional.empty()));
    }
}
