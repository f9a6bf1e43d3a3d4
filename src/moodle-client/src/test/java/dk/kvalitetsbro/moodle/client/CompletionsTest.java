package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.CourseCompletion.Completed;
import dk.kvalitetsbro.moodle.client.CourseCompletion.NotCompleted;
import dk.kvalitetsbro.moodle.client.CourseCompletion.NotTold;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.fake.CourseSettings;
import dk.kvalitetsbro.moodle.fake.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionsTest {
    private static final String TOGETHER = "tool_mobile_call_external_functions";
    private static final String ALONE = "core_completion_get_course_completion_status";

    private TestSite site;
    private List<Pair> pairs;

    @BeforeEach
    void start() {
        site = new TestSite(450, 1);
        long course = site.courses.get(0);
        pairs = site.people.stream().map(person -> new Pair(person, course)).toList();
        site.client()
                .enrolments()
                .enrol(pairs.stream()
                        .map(pair -> Enrolment.of(pair.userId(), pair.courseId()))
                        .toList());
        for (int i = 0; i < 450; i += 3) {
            site.moodle.complete(site.people.get(i), course);
        }
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void two_hundred_pairs_are_asked_for_in_one_call() {
        var answers = site.client().completions().of(pairs);

        for (int i = 0; i < answers.size(); i++) {
            assertEquals(pairs.get(i), answers.get(i).pair());
            if (i % 3 == 0) {
                assertTrue(assertInstanceOf(Completed.class, answers.get(i).state())
                        .at()
                        .isPresent());
            } else {
                assertEquals(new NotCompleted(), answers.get(i).state());
            }
        }
        assertEquals(450, answers.size());
        assertEquals(4, site.moodle.faults().calls(TOGETHER), "one pair goes ahead for its course");
    }

    @Test
    void pairs_that_moodle_does_not_know_do_not_cost_the_others_their_answer() {
        var mixed = new ArrayList<>(pairs.subList(0, 10));
        mixed.add(0, new Pair(9_999_999, pairs.get(0).courseId()));
        mixed.add(5, new Pair(pairs.get(0).userId(), 9_999_999));
        mixed.add(new Pair(9_999_999, pairs.get(0).courseId()));
        var answers = site.client().completions().of(mixed);

        for (int i = 0; i < mixed.size(); i++) {
            boolean unknown = i == 0 || i == 5 || i == 12;
            assertEquals(unknown, answers.get(i).state() instanceof NotTold, "pair " + i);
        }
    }

    @Test
    void what_is_not_told_of_a_course_is_asked_once_for_all_its_people() {
        site.moodle.faults().revoke("report/completion:view");
        var answers = site.client().completions().of(pairs);

        assertTrue(answers.stream().allMatch(answer -> answer.state() instanceof NotTold));
        assertEquals(1, site.moodle.faults().calls(TOGETHER));
    }

    @Test
    void a_course_whose_groups_the_account_does_not_see_is_not_told_of_and_nobody_is_called_out_of_it() {
        site.moodle.setUp(site.courses.get(0), CourseSettings.USUAL.withSeparateGroups());
        site.moodle.faults().revoke("moodle/site:accessallgroups");
        var answers = site.client().completions().of(pairs);

        assertTrue(answers.stream()
                .allMatch(answer -> answer.state() instanceof NotTold nothing
                        && nothing.errorCode().equals("accessdenied")));
        assertEquals(1, site.moodle.faults().calls(TOGETHER));
    }

    @Test
    void without_the_batch_function_each_pair_is_asked_for_by_itself() {
        site.moodle.faults().withhold(TOGETHER);
        var answers = site.client().completions().of(pairs.subList(0, 4));

        assertInstanceOf(Completed.class, answers.get(0).state());
        assertEquals(new NotCompleted(), answers.get(1).state());
        assertEquals(0, site.moodle.faults().calls(TOGETHER));
        assertEquals(4, site.moodle.faults().calls(ALONE));
    }

    @Test
    void without_either_function_the_administrator_hears_of_it() {
        site.moodle.faults().withhold(ALONE);

        assertThrows(
                MoodleException.NotAllowed.class,
                () -> site.client().completions().of(pairs.subList(0, 4)));
    }

    @Test
    void a_site_that_comes_back_gives_all_the_answers() {
        site.moodle.faults().next(TOGETHER, new Fault.HalfReply());
        site.moodle.faults().next(TOGETHER, new Fault.CutAfter());

        assertEquals(450, site.client().completions().of(pairs).size());
    }
}
