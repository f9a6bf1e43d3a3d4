package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.SiteReport.Finding;
import dk.kvalitetsbro.moodle.client.SiteReport.State;
import dk.kvalitetsbro.moodle.client.SiteReport.Subject;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.SiteState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator is told, and that nothing is changed to find it out. */
class SiteReportTest {
    private static final Locale DANISH = Locale.forLanguageTag("da-DK");
    private static final Set<String> NEEDED = Set.of(
            "core_webservice_get_site_info",
            "core_course_get_courses_by_field",
            "core_course_get_categories",
            "core_user_get_users_by_field",
            "core_user_update_users",
            "core_enrol_get_enrolled_users",
            "enrol_manual_enrol_users",
            "enrol_manual_unenrol_users",
            "core_completion_get_course_completion_status",
            "core_completion_get_activities_completion_status",
            "core_competency_add_competency_to_course",
            "core_course_get_contents",
            "mod_feedback_get_feedbacks_by_courses");

    private TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(3, 2);
        site.courses.forEach(course -> site.moodle.addFeedback(course, "Evaluering", true, List.of()));
        var everybody = site.courses.stream()
                .flatMap(course -> site.people.stream().map(person -> Enrolment.of(person, course)))
                .toList();
        site.client().enrolments().enrol(everybody);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_token_with_every_right_lacks_only_the_plugin() {
        var report = report();

        assertEquals(
                List.of(Subject.PLUGIN),
                report.findings().stream()
                        .filter(finding -> finding.state() != State.SOUND)
                        .map(Finding::subject)
                        .toList());
        assertEquals(Subject.values().length, report.findings().size(), "every subject was looked at");
        assertEquals(State.LOOK, report.worst());
    }

    @Test
    void an_account_that_may_not_look_into_courses_is_told_of_that_right_and_of_no_other() {
        site.moodle.faults().revoke("moodle/course:view");
        var report = report();

        assertEquals(
                List.of(Subject.COURSE_ACCESS),
                report.findings().stream()
                        .filter(finding -> finding.state() == State.BROKEN)
                        .map(SiteReport.Finding::subject)
                        .toList());
        for (var inCourses : List.of(Subject.COURSE_CODES, Subject.ENROL, Subject.UNENROL)) {
            var finding = report.of(inCourses).orElseThrow();
            assertEquals(State.NOT_CHECKED, finding.state());
            assertEquals("Kontoen skal først have lov at se ind i kurser.", finding.finding(DANISH));
        }
    }

    @Test
    void whose_completion_nobody_can_be_asked_about_is_said_while_nobody_takes_a_course() {
        site.people.forEach(site.moodle::deleteUser);
        var completion = report().of(Subject.COURSE_COMPLETION).orElseThrow();

        assertEquals(State.NOT_CHECKED, completion.state());
        assertEquals("nobody", completion.kind());
        assertEquals("Ingen er på de nyeste kurser endnu; det viser sig, når nogen er.", completion.finding(DANISH));
    }

    @ParameterizedTest
    @CsvSource({
        "moodle/course:view, COURSE_ACCESS",
        "moodle/course:update, COURSE_CODES",
        "moodle/category:manage, CATEGORY_CODES",
        "moodle/user:viewalldetails, PEOPLE",
        "moodle/user:update, USER_UPDATE",
        "enrol/manual:enrol, ENROL",
        "enrol/manual:unenrol, UNENROL",
        "moodle/role:assign, ENROL",
        "report/completion:view, COURSE_COMPLETION",
        "report/progress:view, ACTIVITY_COMPLETION",
        "moodle/competency:coursecompetencymanage, COMPETENCIES",
        "mod/feedback:view, FEEDBACK"
    })
    void a_missing_right_is_named_with_its_remedy(String capability, Subject subject) {
        site.moodle.faults().revoke(capability);
        var report = report();
        var finding = report.of(subject).orElseThrow(() -> new AssertionError(report.toText(DANISH)));

        assertEquals(State.BROKEN, finding.state());
        assertTrue(
                finding.kind().equals("role")
                        || finding.remedy(DANISH).orElseThrow().contains(capability),
                () -> finding.remedy(DANISH).orElseThrow());
        assertFalse(finding.remedy(DANISH).equals(finding.remedy(Locale.ENGLISH)));
    }

    @Test
    void a_role_that_may_not_be_given_is_told_before_anybody_is_enrolled() {
        var report = site.client(builder -> builder.studentRole(77)).site().report(NEEDED, List.of("KEY1"));
        var finding = report.of(Subject.ENROL).orElseThrow();

        assertEquals(State.BROKEN, finding.state());
        assertEquals(
                Obstacle.ROLE_NOT_ASSIGNABLE.remedy(DANISH),
                finding.remedy(DANISH).orElseThrow());
    }

    @Test
    void a_role_that_nobody_could_ask_about_is_an_unknown_with_its_remedy() {
        site.moodle.faults().next("enrol_manual_enrol_users", Fault.exception("e", "invaliduser", "Invalid user"));
        site.moodle
                .faults()
                .next("enrol_manual_enrol_users", Fault.exception("e", "nopermissions", "No (Enrol users)"));
        var finding = report().of(Subject.ENROL).orElseThrow();

        assertEquals(State.NOT_CHECKED, finding.state());
        assertTrue(finding.finding(Locale.ENGLISH).contains("the first enrolment shows it"));
        assertTrue(finding.remedy(DANISH).orElseThrow().contains("moodle/role:assign"));
    }

    @Test
    void looking_changes_nothing() {
        var people = site.moodle.enrolled(site.courses.get(0));
        report();

        assertEquals(people, site.moodle.enrolled(site.courses.get(0)));
        assertEquals(List.of(), site.client().competencies().ofCourse(site.courses.get(0)));
    }

    @Test
    void functions_outside_the_service_are_named() {
        site.moodle.faults().withhold("enrol_manual_enrol_users");
        var report = report();

        var finding = report.of(Subject.FUNCTIONS).orElseThrow();
        assertEquals(State.BROKEN, finding.state());
        assertTrue(finding.finding(Locale.ENGLISH).contains("enrol_manual_enrol_users"));
        assertTrue(report.of(Subject.ENROL).isEmpty(), "what can't be called can't be looked into");
    }

    @ParameterizedTest
    @CsvSource({"1000, default, LOOK", "2000, some, LOOK", "5000, ample, SOUND"})
    void the_limit_on_variables_is_found_by_trying(int limit, String kind, State state) {
        site.moodle.faults().maxInputVars(limit);
        var finding = report().of(Subject.PARAMETERS).orElseThrow();

        assertEquals(kind, finding.kind());
        assertEquals(state, finding.state());
    }

    @Test
    void the_plugin_tells_the_limit() {
        try (var withPlugin = new TestSite(1, 1, settings -> settings.withPlugin())) {
            var report = withPlugin.client().site().report(NEEDED, List.of("KEY1"));

            assertEquals("exact", report.of(Subject.PARAMETERS).orElseThrow().kind());
            assertEquals(State.SOUND, report.of(Subject.PLUGIN).orElseThrow().state());
        }
    }

    @Test
    void groups_are_not_looked_into_where_the_plugin_enrols() {
        try (var withPlugin = new TestSite(1, 1, settings -> settings.withPlugin())) {
            withPlugin.moodle.faults().revoke("moodle/site:accessallgroups");
            var report = withPlugin.client().site().report(NEEDED, List.of("KEY1"));

            assertTrue(report.of(Subject.GROUPS).isEmpty(), report.toText(Locale.ENGLISH));
        }
    }

    @Test
    void clocks_that_differ_are_told_apart_by_seconds() {
        site.clock.advance(Duration.ofMinutes(5));
        var finding = report().of(Subject.CLOCK).orElseThrow();

        assertEquals(State.LOOK, finding.state());
        assertTrue(finding.finding(Locale.ENGLISH).contains("-"), finding.finding(Locale.ENGLISH));
    }

    @Test
    void a_site_that_is_down_is_a_finding_and_no_exception() {
        site.moodle.faults().siteIs(SiteState.MAINTENANCE);
        var report = report();

        assertEquals(State.BROKEN, report.worst());
        assertEquals(1, report.findings().size());
    }

    @Test
    void a_token_that_is_refused_comes_with_the_obstacles_remedy() {
        site.moodle.faults().siteIs(SiteState.ACCOUNT_SUSPENDED);
        var finding = report().of(Subject.ANSWER).orElseThrow();

        assertEquals(
                Obstacle.ACCOUNT_BARRED.remedy(DANISH), finding.remedy(DANISH).orElseThrow());
    }

    @Test
    void a_token_that_travels_in_the_clear_is_a_fault() {
        try (var client = MoodleClient.at(URI.create("http://moodle.invalid"), "t")
                .attempts(1)
                .build()) {
            assertEquals(
                    State.BROKEN,
                    client.site()
                            .report(NEEDED, List.of())
                            .of(Subject.ANSWER)
                            .orElseThrow()
                            .state());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da-DK", "en-GB", "de-DE"})
    void the_report_prints_what_is_amiss_first_and_hides_no_placeholder(String language) {
        site.moodle.faults().revoke("moodle/course:update");
        var text = report().toText(Locale.forLanguageTag(language));

        assertTrue(text.startsWith("NO"), text);
        assertFalse(text.contains("{0}") || text.contains("''"), text);
    }

    @Test
    void every_text_exists_in_both_languages() {
        assertEquals(keys(""), keys("_da"));
        Arrays.stream(Subject.values())
                .forEach(subject -> assertTrue(keys("").contains(subject.name()), subject::name));
    }

    private static Set<String> keys(String language) {
        var texts = new Properties();
        try (var in = SiteReport.class.getResourceAsStream("SiteReport" + language + ".properties")) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private SiteReport report() {
        return site.client().site().report(NEEDED, List.of("KEY1", "KEY2"));
    }
}
