package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.Activity;
import dk.kvalitetsbro.moodle.fake.Row.ActivityState;
import dk.kvalitetsbro.moodle.fake.Row.Assigned;
import dk.kvalitetsbro.moodle.fake.Row.Attached;
import dk.kvalitetsbro.moodle.fake.Row.CalendarEvent;
import dk.kvalitetsbro.moodle.fake.Row.Category;
import dk.kvalitetsbro.moodle.fake.Row.Cohort;
import dk.kvalitetsbro.moodle.fake.Row.Competency;
import dk.kvalitetsbro.moodle.fake.Row.Completed;
import dk.kvalitetsbro.moodle.fake.Row.CourseCompetency;
import dk.kvalitetsbro.moodle.fake.Row.CourseGroup;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import dk.kvalitetsbro.moodle.fake.Row.CourseSetUp;
import dk.kvalitetsbro.moodle.fake.Row.DeletedAccount;
import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import dk.kvalitetsbro.moodle.fake.Row.Evidence;
import dk.kvalitetsbro.moodle.fake.Row.Feedback;
import dk.kvalitetsbro.moodle.fake.Row.Framework;
import dk.kvalitetsbro.moodle.fake.Row.Grouping;
import dk.kvalitetsbro.moodle.fake.Row.Link;
import dk.kvalitetsbro.moodle.fake.Row.Message;
import dk.kvalitetsbro.moodle.fake.Row.Plan;
import dk.kvalitetsbro.moodle.fake.Row.PluginSetUp;
import dk.kvalitetsbro.moodle.fake.Row.Question;
import dk.kvalitetsbro.moodle.fake.Row.QueuedEvent;
import dk.kvalitetsbro.moodle.fake.Row.Rating;
import dk.kvalitetsbro.moodle.fake.Row.ReportFilter;
import dk.kvalitetsbro.moodle.fake.Row.Response;
import dk.kvalitetsbro.moodle.fake.Row.Template;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every table of the site, and the indexes that requests need. */
final class Tables {
    /** Beside these every site has its administrator, 2, and in the recordings an account without rights, 4. */
    static final long GUEST = 1;

    static final long ADMINISTRATOR = 2;
    static final long WEB_SERVICE = 3;
    private static final long FIRST_ACCOUNT = 5;

    /** Moodle counts the front page as a course, and has one category from the start. */
    static final long FRONT_PAGE = 1;

    static final long FIRST_CATEGORY = 1;

    /** Two ids that are looked up together. */
    record Pair(long one, long other) {}

    /** Whose, and of which kind. */
    record LinkKey(Link.Kind kind, long id) {}

    private final Map<Class<? extends Row>, Table<?>> all = new LinkedHashMap<>();

    final Table<Account> accounts = table(Account.class, FIRST_ACCOUNT);
    final Index<String, Account> accountsByUsername = accounts.index(Account::username);
    final Index<String, Account> accountsByEmail = accounts.index(account -> lowerCase(account.email()));
    final Index<String, Account> accountsByIdnumber = accounts.index(Account::idnumber);
    final Index<String, Account> accountsByName = accounts.index(account -> lowerCase(account.fullname()));

    final Table<Category> categories = table(Category.class, FIRST_CATEGORY + 1);
    final Index<String, Category> categoriesByName = categories.index(Category::name);
    final Table<CourseMade> courses = table(CourseMade.class, FRONT_PAGE + 1);
    final Index<String, CourseMade> coursesByShortname =
            courses.index(made -> made.course().shortname());
    final Index<String, CourseMade> coursesByIdnumber =
            courses.index(made -> made.course().idnumber());
    final Index<Long, CourseMade> coursesByCategory = courses.index(CourseMade::categoryId);
    final Table<CourseSetUp> courseSetUps = table(CourseSetUp.class, FRONT_PAGE + 1);
    final Table<Activity> activities = table(Activity.class, 1);
    final Index<Long, Activity> activitiesByCourse = activities.index(Activity::courseId);
    final Index<String, Activity> activitiesByKind = activities.index(Activity::kind);

    final Table<Enrolled> enrolments = table(Enrolled.class, 1);
    final Index<Pair, Enrolled> enrolmentsByPair = enrolments.index(row -> new Pair(row.userId(), row.courseId()));
    final Index<Long, Enrolled> enrolmentsByCourse = enrolments.index(Enrolled::courseId);
    final Index<Long, Enrolled> enrolmentsByAccount = enrolments.index(Enrolled::userId);
    final Table<Completed> completions = table(Completed.class, 1);
    final Index<Pair, Completed> completionsByPair = completions.index(row -> new Pair(row.userId(), row.courseId()));
    final Table<ActivityState> activityStates = table(ActivityState.class, 1);
    final Index<Pair, ActivityState> activityStatesByPair =
            activityStates.index(row -> new Pair(row.userId(), row.activityId()));

    final Table<Cohort> cohorts = table(Cohort.class, 1);
    final Index<String, Cohort> cohortsByIdnumber = cohorts.index(Cohort::idnumber);
    final Table<CourseGroup> groups = table(CourseGroup.class, 1);
    final Index<Long, CourseGroup> groupsByCourse = groups.index(CourseGroup::courseId);
    final Table<Grouping> groupings = table(Grouping.class, 1);
    final Index<Long, Grouping> groupingsByCourse = groupings.index(Grouping::courseId);

    final Table<Framework> frameworks = table(Framework.class, 1);
    final Table<Competency> competencies = table(Competency.class, 1);
    final Index<Long, Competency> competenciesByFramework = competencies.index(Competency::frameworkId);
    final Table<CourseCompetency> courseCompetencies = table(CourseCompetency.class, 1);
    final Index<Long, CourseCompetency> courseCompetenciesByCourse =
            courseCompetencies.index(CourseCompetency::courseId);
    final Index<Long, CourseCompetency> courseCompetenciesByCompetency =
            courseCompetencies.index(CourseCompetency::competencyId);
    final Table<Rating> ratings = table(Rating.class, 1);
    final Index<Pair, Rating> ratingsByPair = ratings.index(row -> new Pair(row.userId(), row.competencyId()));
    final Index<Long, Rating> ratingsByCompetency = ratings.index(Rating::competencyId);
    final Table<Evidence> evidence = table(Evidence.class, 1);
    final Table<Plan> plans = table(Plan.class, 1);
    final Index<Long, Plan> plansByAccount = plans.index(Plan::userId);
    final Index<Long, Plan> plansByTemplate = plans.index(Plan::templateId);
    final Table<Template> templates = table(Template.class, 1);

    final Table<Link> links = table(Link.class, 1);
    final Index<LinkKey, Link> linksByOwner = links.index(link -> new LinkKey(link.kind(), link.owner()));
    final Index<LinkKey, Link> linksByMember = links.index(link -> new LinkKey(link.kind(), link.member()));

    final Table<Message> messages = table(Message.class, 1);
    final Table<CalendarEvent> events = table(CalendarEvent.class, 1);
    final Table<Feedback> feedbacks = table(Feedback.class, 1);
    final Table<Question> questions = table(Question.class, 1);
    final Index<Long, Question> questionsByFeedback = questions.index(Question::feedbackId);
    final Table<Response> responses = table(Response.class, 1);
    final Index<Long, Response> responsesByFeedback = responses.index(Response::feedbackId);
    final Table<ReportFilter> reportFilters = table(ReportFilter.class, 1);

    final Table<DeletedAccount> deletedAccounts = table(DeletedAccount.class, FIRST_ACCOUNT);
    final Table<Assigned> assigned = table(Assigned.class, 1);
    final Index<Pair, Assigned> assignedByPair = assigned.index(row -> new Pair(row.userId(), row.courseId()));
    final Index<Long, Assigned> assignedByAssigner = assigned.index(Assigned::assignedBy);
    final Table<Attached> attached = table(Attached.class, 1);
    final Index<Long, Attached> attachedByCourse = attached.index(Attached::courseId);
    final Table<PluginSetUp> pluginSetUp = table(PluginSetUp.class, 1);
    final Table<QueuedEvent> queue = table(QueuedEvent.class, 1);

    /** Tables that rows refer to come before the tables of those rows. */
    Map<Class<? extends Row>, Table<?>> all() {
        return all;
    }

    Optional<Enrolled> enrolment(long userId, long courseId) {
        return enrolmentsByPair.first(new Pair(userId, courseId));
    }

    Optional<Completed> completion(long userId, long courseId) {
        return completionsByPair.first(new Pair(userId, courseId));
    }

    /** Whether there is or was such an account. */
    boolean hasHadAccount(long id) {
        return accounts.find(id).isPresent()
                || deletedAccounts.find(id).isPresent()
                || List.of(GUEST, ADMINISTRATOR, WEB_SERVICE).contains(id);
    }

    Optional<CourseCompetency> courseCompetency(long courseId, long competencyId) {
        return courseCompetenciesByCourse.list(courseId).stream()
                .filter(link -> link.competencyId() == competencyId)
                .findFirst();
    }

    CourseSettings settings(long courseId) {
        return courseSetUps.find(courseId).map(CourseSetUp::settings).orElse(CourseSettings.USUAL);
    }

    /** The courses that somebody is enrolled in, newest first. */
    List<CourseMade> coursesOf(long userId) {
        return enrolmentsByAccount.list(userId).stream()
                .flatMap(enrolled -> courses.find(enrolled.courseId()).stream())
                .sorted(Comparator.comparing(CourseMade::id).reversed())
                .toList();
    }

    Optional<Link> link(Link.Kind kind, long owner, long member) {
        return linksByOwner.list(new LinkKey(kind, owner)).stream()
                .filter(link -> link.member() == member)
                .findFirst();
    }

    /** Whether a course, a plan, a template or somebody's rating uses it. */
    boolean competencyIsInUse(long id) {
        return courseCompetenciesByCompetency.count(id) > 0
                || ratingsByCompetency.count(id) > 0
                || linksByMember.count(new LinkKey(Link.Kind.PLAN_COMPETENCY, id)) > 0
                || linksByMember.count(new LinkKey(Link.Kind.TEMPLATE_COMPETENCY, id)) > 0;
    }

    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private <R extends Row> Table<R> table(Class<R> rows, long firstId) {
        var table = new Table<R>(firstId);
        all.put(rows, table);
        return table;
    }
}
