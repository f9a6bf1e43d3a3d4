package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.CompletionNews.Completion;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has been completed since a moment, by each step of the ladder. */
class CompletionNewsTest {
    private static final String TOGETHER = "tool_mobile_call_external_functions";

    private TestSite site;
    private CompletionScope scope;

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_route_tells_each_completion_once(CompletionRoute route) {
        start(route, 30, 2);
        var client = site.client();
        var mark = Mark.at(site.clock.instant());

        complete(0, 5);
        var first = client.completions().since(mark, scope);
        complete(5, 10);
        var second = client.completions().since(first.next(), scope);
        var third = client.completions().since(second.next(), scope);

        assertEquals(route, first.route());
        assertEquals(route, client.completions().plan(mark, scope).route());
        assertEquals(pairs(0, 5), told(first));
        assertEquals(pairs(5, 10), told(second));
        assertEquals(List.of(), third.completions());
    }

    @ParameterizedTest
    @EnumSource
    void a_completion_that_is_dated_back_is_told_all_the_same(CompletionRoute route) {
        start(route, 10, 1);
        var client = site.client();
        var first = client.completions().since(Mark.at(site.clock.instant()), scope);

        var late = site.clock.instant().minus(Duration.ofMinutes(20));
        var pair = pairs(3, 4).iterator().next();
        site.moodle.completeOtherwise(pair.userId(), pair.courseId(), late);
        var second = client.completions().since(first.next(), scope);

        assertEquals(Set.of(pair), told(second));
        if (route == CompletionRoute.PLUGIN) {
            assertEquals(
                    Optional.of(Instant.ofEpochSecond(late.getEpochSecond())),
                    second.completions().get(0).at());
        }
    }

    @Test
    void the_second_that_a_question_reaches_back_to_belongs_to_it() {
        start(CompletionRoute.PLUGIN, 1, 1);
        var mark = Mark.at(Instant.ofEpochSecond(site.clock.instant().getEpochSecond()));
        var pair = pairs(0, 1).iterator().next();
        site.moodle.completeOtherwise(
                pair.userId(), pair.courseId(), mark.from().minus(Completions.OVERLAP));

        assertEquals(pairs(0, 1), told(site.client().completions().since(mark, scope)));
    }

    @Test
    void a_row_that_a_filter_let_through_without_a_time_is_no_completion() throws Exception {
        site = new TestSite(0, 0);
        try (var moodle = new ScriptedMoodle()) {
            moodle.offers("core_reportbuilder_set_filters", "core_reportbuilder_retrieve_report")
                    .answers("true")
                    .answers(
                            """
                            {"data":{"headers":["a","b","c","d"],"totalrowcount":2,"rows":[
                            {"columns":["E1","C1","Yes","Sunday, 18 October 2026, 8:02 AM"]},
                            {"columns":["E2","C1","No",""]}]}}""");
            var both = new CompletionScope(
                    Set.of(new Pair(5, 2), new Pair(6, 2)), Map.of("E1", 5L, "E2", 6L), Map.of("C1", 2L));

            try (var client = moodle.another(builder -> builder.completionReport(7))) {
                assertEquals(
                        Set.of(new Pair(5, 2)), told(client.completions().since(Mark.at(ScriptedMoodle.NOW), both)));
            }
        }
    }

    @Test
    void completions_of_the_same_second_are_never_missed_across_pages() {
        start(CompletionRoute.PLUGIN, 2_600, 2);
        complete(0, 5_200);
        var news = site.client().completions().since(Mark.at(site.clock.instant()), scope);

        assertEquals(5_200, news.completions().size());
        assertEquals(2, news.calls());
    }

    @Test
    void ten_thousand_pairs_take_three_calls_with_the_plugin() {
        start(CompletionRoute.PLUGIN, 2_500, 4);
        complete(0, 10_000);
        int before = site.moodle.faults().calls();
        var news = site.client().completions().since(Mark.at(site.clock.instant()), scope);

        assertEquals(10_000, news.completions().size());
        assertTrue(
                site.moodle.faults().calls() - before <= 3,
                "calls: " + (site.moodle.faults().calls() - before));
    }

    @Test
    void ten_thousand_pairs_take_five_calls_through_a_report() {
        start(CompletionRoute.REPORT, 2_500, 4);
        complete(0, 10_000);
        int before = site.moodle.faults().calls();
        var news = site.client().completions().since(Mark.at(site.clock.instant()), scope);

        assertEquals(10_000, news.completions().size());
        assertTrue(
                site.moodle.faults().calls() - before <= 5,
                "calls: " + (site.moodle.faults().calls() - before));
    }

    @Test
    void a_route_that_turns_out_closed_gives_way_to_the_next() {
        start(CompletionRoute.REPORT, 10, 1);
        site.moodle.faults().revoke("moodle/reportbuilder:view");
        complete(0, 3);
        var news = site.client().completions().since(Mark.at(site.clock.instant()), scope);

        assertEquals(CompletionRoute.TOGETHER, news.route());
        assertEquals(pairs(0, 3), told(news));
    }

    @Test
    void a_report_that_is_not_filtered_tells_no_false_completions() {
        start(CompletionRoute.REPORT, 10, 1);
        complete(0, 3);
        var client = site.client();
        client.reports().filter(1, "{}");
        var rows = client.reports().rows(1, 0, 100);

        assertTrue(rows.total() > 3, "the report lists those who have not completed, too");
        assertEquals(pairs(0, 3), told(client.completions().since(Mark.at(site.clock.instant()), scope)));
    }

    @Test
    void polling_keeps_to_its_budget_and_goes_on_where_it_stopped() {
        start(CompletionRoute.ONE_BY_ONE, 10, 1);
        complete(0, 10);
        var client = site.client(builder -> builder.pollingBudget(4));
        var mark = Mark.at(site.clock.instant());

        assertEquals(3, client.completions().plan(mark, scope).rounds());
        var told = new ArrayList<Set<Pair>>();
        for (int round = 0; round < 4; round++) {
            var news = client.completions().since(mark, scope);
            told.add(told(news));
            mark = news.next();
        }
        assertEquals(List.of(pairs(0, 4), pairs(4, 8), pairs(8, 10), Set.of()), told);
    }

    @Test
    void others_than_those_asked_for_are_left_out() {
        start(CompletionRoute.PLUGIN, 10, 1);
        complete(0, 10);
        var some = CompletionScope.of(pairs(0, 2));

        assertEquals(pairs(0, 2), told(site.client().completions().since(Mark.at(site.clock.instant()), some)));
    }

    private void start(CompletionRoute route, int people, int courses) {
        boolean plugin = route == CompletionRoute.PLUGIN;
        site = new TestSite(people, courses, settings -> plugin ? settings.withPlugin() : settings);
        var users = new HashMap<String, Long>();
        for (int i = 0; i < people; i++) {
            users.put("KEY" + (i + 1), site.people.get(i));
        }
        var codes = new HashMap<String, Long>();
        for (int i = 0; i < courses; i++) {
            codes.put("K" + (i + 1), site.courses.get(i));
        }
        var all = pairs(0, people * courses);
        scope = route == CompletionRoute.REPORT ? new CompletionScope(all, users, codes) : CompletionScope.of(all);
        if (route == CompletionRoute.ONE_BY_ONE) {
            site.moodle.faults().withhold(TOGETHER);
        }
        site.client()
                .enrolments()
                .enrol(all.stream()
                        .map(pair -> Enrolment.of(pair.userId(), pair.courseId()))
                        .toList());
        site.clock.advance(Duration.ofDays(1));
    }

    private Set<Pair> pairs(int from, int to) {
        return site.courses.stream()
                .flatMap(course -> site.people.stream().map(person -> new Pair(person, course)))
                .skip(from)
                .limit(to - from)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void complete(int from, int to) {
        pairs(from, to).forEach(pair -> site.moodle.complete(pair.userId(), pair.courseId()));
    }

    private static Set<Pair> told(CompletionNews news) {
        var told = news.completions().stream().map(Completion::pair).collect(Collectors.toSet());
        assertEquals(told.size(), news.completions().size(), "nobody is told twice");
        return told;
    }
}
