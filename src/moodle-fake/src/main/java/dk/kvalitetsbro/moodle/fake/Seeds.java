package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.Activity;
import dk.kvalitetsbro.moodle.fake.Row.Category;
import dk.kvalitetsbro.moodle.fake.Row.Completed;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import dk.kvalitetsbro.moodle.fake.Row.CourseSetUp;
import dk.kvalitetsbro.moodle.fake.Row.DeletedAccount;
import dk.kvalitetsbro.moodle.fake.Row.Feedback;
import dk.kvalitetsbro.moodle.fake.Row.Link;
import dk.kvalitetsbro.moodle.fake.Row.PluginSetUp;
import dk.kvalitetsbro.moodle.fake.Row.Question;
import dk.kvalitetsbro.moodle.fake.Row.Response;
import dk.kvalitetsbro.moodle.fake.Tables.LinkKey;
import java.util.List;

/** What is put into a site other than through its web services. */
final class Seeds {
    private final Site site;
    private final Tables tables;

    Seeds(Site site) {
        this.site = site;
        this.tables = site.tables();
    }

    boolean isEmpty() {
        return site.transaction(
                () -> tables.accounts.all().isEmpty() && tables.courses.all().isEmpty());
    }

    List<Long> addUsers(List<User> users) {
        return site.transaction(() -> users.stream().map(this::addUser).toList());
    }

    List<Long> addCourses(List<Course> courses) {
        return site.transaction(() -> courses.stream().map(this::addCourse).toList());
    }

    long addCategory(String name, String idnumber) {
        return site.transaction(() -> category(name, idnumber));
    }

    long addActivity(long courseId, String kind, String name, int tracking) {
        return site.transaction(() -> {
            requireCourse(courseId);
            long instance = tables.activitiesByKind.list(kind).stream()
                            .mapToLong(Activity::instance)
                            .max()
                            .orElse(0)
                    + 1;
            var activity = new Activity(tables.activities.nextId(), courseId, kind, name, instance, tracking);
            site.put(activity);
            return activity.id();
        });
    }

    long addFeedback(long courseId, String name, boolean anonymous, List<FeedbackQuestion> questions) {
        return site.transaction(() -> {
            long activity = addActivity(courseId, "feedback", name, 2);
            long feedback = tables.activities.find(activity).orElseThrow().instance();
            site.put(new Feedback(feedback, activity, anonymous));
            questions.forEach(question -> site.put(new Question(
                    tables.questions.nextId(),
                    feedback,
                    question.name(),
                    question.label(),
                    question.kind().moodleName(),
                    question.presentation())));
            return feedback;
        });
    }

    void respond(long feedbackId, long userId, List<String> values) {
        site.transaction(() -> {
            if (values.size() != tables.questionsByFeedback.count(feedbackId)) {
                throw new IllegalArgumentException("Feedback " + feedbackId + " has another number of questions");
            }
            site.put(new Response(tables.responses.nextId(), feedbackId, userId, List.copyOf(values), site.now()));
            return values;
        });
    }

    /** A second time changes nothing. */
    void complete(long userId, long courseId, long at, boolean bySelf) {
        site.transaction(() -> {
            if (tables.enrolment(userId, courseId).isEmpty()) {
                throw new IllegalArgumentException("Account " + userId + " is not enrolled in course " + courseId);
            }
            if (tables.completion(userId, courseId).isEmpty()) {
                site.put(new Completed(tables.completions.nextId(), userId, courseId, at, bySelf));
            }
            return courseId;
        });
    }

    private long addUser(User user) {
        return tables.accountsByUsername
                .first(user.username())
                .orElseGet(() -> {
                    var account = Account.of(tables.accounts.nextId(), user, site.now());
                    site.put(account);
                    return account;
                })
                .id();
    }

    private long addCourse(Course course) {
        return tables.coursesByShortname
                .first(course.shortname())
                .orElseGet(() -> {
                    long category = category(course.category(), "");
                    var made = new CourseMade(tables.courses.nextId(), course, category, site.now());
                    site.put(made);
                    return made;
                })
                .id();
    }

    private long category(String name, String idnumber) {
        return tables.categoriesByName
                .first(name)
                .orElseGet(() -> {
                    var category = new Category(tables.categories.nextId(), name, idnumber, site.now());
                    site.put(category);
                    return category;
                })
                .id();
    }

    void setUp(long courseId, CourseSettings settings) {
        site.transaction(() -> {
            requireCourse(courseId);
            site.put(new CourseSetUp(courseId, settings, site.now()));
            return settings;
        });
    }

    /** With everybody's enrolments and completions in it. */
    void deleteCourse(long courseId) {
        site.transaction(() -> {
            requireCourse(courseId);
            tables.enrolmentsByCourse.list(courseId).forEach(enrolled -> {
                tables.completion(enrolled.userId(), courseId).ifPresent(site::remove);
                site.remove(enrolled);
            });
            tables.activitiesByCourse.list(courseId).forEach(this::deleteActivity);
            tables.courseCompetenciesByCourse.list(courseId).forEach(site::remove);
            tables.courseSetUps.find(courseId).ifPresent(site::remove);
            tables.courses.find(courseId).ifPresent(site::remove);
            return courseId;
        });
    }

    /** With the person's enrolments and memberships; completions stay, as in Moodle. */
    void deleteUser(long userId) {
        site.transaction(() -> {
            var account = tables.accounts
                    .find(userId)
                    .orElseThrow(() -> new IllegalArgumentException("No account " + userId));
            tables.enrolmentsByAccount.list(userId).forEach(site::remove);
            for (var membership : List.of(Link.Kind.COHORT_MEMBER, Link.Kind.GROUP_MEMBER)) {
                tables.linksByMember.list(new LinkKey(membership, userId)).forEach(site::remove);
            }
            site.remove(account);
            site.put(new DeletedAccount(userId, account.suspended(), site.now()));
            return userId;
        });
    }

    /** What an administrator chooses on the plugin's settings page. */
    void showReasons(boolean show) {
        site.transaction(() -> {
            site.put(new PluginSetUp(1, show));
            return show;
        });
    }

    private void deleteActivity(Activity activity) {
        if (activity.kind().equals("feedback")) {
            tables.responsesByFeedback.list(activity.instance()).forEach(site::remove);
            tables.questionsByFeedback.list(activity.instance()).forEach(site::remove);
            tables.feedbacks.find(activity.instance()).ifPresent(site::remove);
        }
        site.remove(activity);
    }

    private void requireCourse(long courseId) {
        if (tables.courses.find(courseId).isEmpty()) {
            throw new IllegalArgumentException("No course " + courseId);
        }
    }
}
