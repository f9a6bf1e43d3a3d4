package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Answers.pomp;
import static dk.kvalitetsbro.demo.Answers.responses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponsesTest {
    private static final Set<String> DECLINING = Set.of("KUL", "FOR");
    private static final List<String> THEMES =
            Material.questionnaire().stream().map(Item::themeCode).distinct().toList();

    /** The groups large enough for a mean to say much. */
    private static final List<RespondentGroup> LARGE =
            List.of(RespondentGroup.CHILD, RespondentGroup.CONTACT_PEDAGOGUE, RespondentGroup.PARENT);

    private final DemoMunicipality billund = DemoMunicipality.of(Size.BILLUND);
    private final DemoMunicipality aalborg = DemoMunicipality.of(Size.AALBORG);

    @ParameterizedTest
    @EnumSource(RespondentGroup.class)
    void every_answer_is_on_the_scale_of_its_item_or_empty(RespondentGroup group) throws IOException {
        var responses = responses(billund, 2019, group);
        for (var item : Material.itemsOf(group)) {
            var given = responses.stream()
                    .map(response -> response.getField(item.code()))
                    .filter(answer -> !answer.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
            assertTrue(
                    given.stream()
                            .allMatch(answer ->
                                    answer >= 1 && answer <= item.scale().max()),
                    item.code());
        }
    }

    @ParameterizedTest
    @EnumSource(RespondentGroup.class)
    void response_ids_are_unique_and_rows_name_their_group(RespondentGroup group) throws IOException {
        var responses = responses(billund, 2019, group);
        assertEquals(responses.size(), distinct(responses, "response_id"));
        assertEquals(1, distinct(responses, "group"));
        assertEquals(group.name(), responses.get(0).getField("group"));
    }

    @Test
    void only_centres_open_in_the_round_answer() throws IOException {
        var closed = billund.centres().get(18).code();
        var opened = billund.centres().get(Organisation.OPENED).code();
        assertEquals(Set.of(closed), missing(2019));
        assertEquals(Set.of(), missing(2017));
        assertEquals(Set.of(opened), missing(2015));
    }

    @Test
    void nobody_answers_who_was_not_eligible() throws IOException {
        for (var round : billund.rounds()) {
            var eligible = billund.eligible(round).stream()
                    .collect(Collectors.groupingBy(
                            Eligible::group, Collectors.toMap(Eligible::centreCode, Eligible::count)));
            for (var group : RespondentGroup.values()) {
                var counted = group == RespondentGroup.PARENT ? "family_id" : "response_id";
                responses(billund, round, group).stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getField("centre_code"),
                                Collectors.mapping(row -> row.getField(counted), Collectors.toSet())))
                        .forEach((centre, answered) -> assertTrue(
                                answered.size() <= eligibleIn(eligible, group, centre), group + " in " + centre));
            }
        }
    }

    @Test
    void a_contact_pedagogue_answers_for_about_five_children() throws IOException {
        var responses = responses(aalborg, 2019, RespondentGroup.CONTACT_PEDAGOGUE);
        assertEquals(4.3, (double) responses.size() / distinct(responses, "rater_id"), 0.4);
    }

    @Test
    void some_families_answer_twice_and_none_three_times() throws IOException {
        var perFamily = responses(billund, 2019, RespondentGroup.PARENT).stream()
                .collect(Collectors.groupingBy(row -> row.getField("family_id"), Collectors.counting()));
        assertEquals(Set.of(1L, 2L), new HashSet<>(perFamily.values()));
    }

    @Test
    void some_responses_are_partly_answered_and_none_is_empty_throughout() throws IOException {
        var items = Material.itemsOf(RespondentGroup.PARENT);
        var unanswered = responses(aalborg, 2019, RespondentGroup.PARENT).stream()
                .map(response -> items.stream()
                        .filter(item -> response.getField(item.code()).isEmpty())
                        .count())
                .toList();
        assertTrue(unanswered.contains(0L), "some answer all items");
        assertTrue(unanswered.stream().anyMatch(count -> count > items.size() / 4), "some give up");
        assertTrue(unanswered.stream().noneMatch(count -> count == items.size()), "none is empty");
    }

    @Test
    void mathematics_is_the_weakest_theme_in_every_round() throws IOException {
        for (var round : aalborg.rounds()) {
            for (var group : LARGE) {
                var responses = responses(aalborg, round, group);
                var mathematics = pomp(responses, group, "MAT");
                for (var theme : THEMES) {
                    assertTrue(
                            theme.equals("MAT") || mathematics < pomp(responses, group, theme) - 1,
                            group + " " + theme);
                }
            }
        }
    }

    @Test
    void themes_are_mostly_experienced_well_and_mathematics_less_so() throws IOException {
        for (var group : LARGE) {
            var responses = responses(aalborg, 2019, group);
            for (var theme : THEMES) {
                var expected = theme.equals("MAT") ? 64 : 80;
                assertEquals(expected, pomp(responses, group, theme), 8, group + " " + theme);
            }
        }
    }

    @Test
    void ten_themes_progress_from_round_to_round_and_two_decline() throws IOException {
        for (var group : LARGE) {
            var first = responses(aalborg, 2015, group);
            var second = responses(aalborg, 2017, group);
            var third = responses(aalborg, 2019, group);
            for (var theme : THEMES) {
                var towards = DECLINING.contains(theme) ? -1 : 1;
                var sooner = pomp(second, group, theme) - pomp(first, group, theme);
                var later = pomp(third, group, theme) - pomp(second, group, theme);
                assertTrue(towards * sooner > 0.3, group + " " + theme + " 2015-2017: " + sooner);
                assertTrue(towards * later > 0.3, group + " " + theme + " 2017-2019: " + later);
            }
        }
    }

    @Test
    void reversed_items_are_stored_as_they_were_answered() throws IOException {
        var responses = responses(aalborg, 2019, RespondentGroup.PEDAGOGUE);
        for (var item : Material.itemsOf(RespondentGroup.PEDAGOGUE)) {
            if (item.reversed()) {
                var mean = responses.stream()
                        .map(response -> response.getField(item.code()))
                        .filter(answer -> !answer.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .average()
                        .orElseThrow();
                assertTrue(mean < 3, item.code() + " was agreed with: " + mean);
            }
        }
    }

    @Test
    void centres_truly_differ() throws IOException {
        for (var group : LARGE) {
            var responses = responses(aalborg, 2019, group);
            var halves = IntStream.range(0, responses.size())
                    .boxed()
                    .collect(Collectors.partitioningBy(
                            i -> i % 2 == 0, Collectors.mapping(responses::get, Collectors.toList())));
            var agreement = correlation(
                    centreMeans(halves.getOrDefault(true, List.of()), group),
                    centreMeans(halves.getOrDefault(false, List.of()), group));
            assertTrue(agreement > 0.3, group + ": the halves of a centre agree by " + agreement);
        }
    }

    @Test
    void the_items_of_a_theme_hang_together() throws IOException {
        for (var group : LARGE) {
            var responses = responses(aalborg, 2019, group);
            for (var theme : THEMES) {
                assertEquals(0.78, alpha(responses, group, theme), 0.1, group + " " + theme);
            }
        }
    }

    private double[] centreMeans(List<NamedCsvRecord> responses, RespondentGroup group) {
        return aalborg.centres().stream()
                .filter(centre -> Census.takesPart(centre, 2019))
                .mapToDouble(centre -> pomp(responses, group, "TRI", centre.code()::equals))
                .toArray();
    }

    private static double correlation(double[] some, double[] others) {
        var sums = IntStream.range(0, some.length)
                .mapToDouble(i -> some[i] + others[i])
                .toArray();
        return (variance(sums) - variance(some) - variance(others))
                / (2 * Math.sqrt(variance(some) * variance(others)));
    }

    /** Cronbach's alpha of those who answered all items of the theme. */
    private static double alpha(List<NamedCsvRecord> responses, RespondentGroup group, String theme) {
        var items = Material.itemsOf(group).stream()
                .filter(item -> item.themeCode().equals(theme))
                .toList();
        var complete = responses.stream()
                .filter(row -> items.stream()
                        .noneMatch(item -> row.getField(item.code()).isEmpty()))
                .map(row -> items.stream()
                        .mapToDouble(item -> Answers.pomp(item, row))
                        .toArray())
                .toList();
        var parts = IntStream.range(0, items.size())
                .mapToDouble(i ->
                        variance(complete.stream().mapToDouble(row -> row[i]).toArray()))
                .sum();
        var whole = variance(
                complete.stream().mapToDouble(row -> DoubleStream.of(row).sum()).toArray());
        return items.size() / (items.size() - 1.0) * (1 - parts / whole);
    }

    private static double variance(double[] values) {
        var mean = DoubleStream.of(values).average().orElseThrow();
        return DoubleStream.of(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private Set<String> missing(int round) throws IOException {
        var missing = new HashSet<>(billund.centres().stream().map(Centre::code).toList());
        responses(billund, round, RespondentGroup.CHILD)
                .forEach(response -> missing.remove(response.getField("centre_code")));
        return missing;
    }

    private static int eligibleIn(
            Map<RespondentGroup, Map<String, Integer>> eligible, RespondentGroup group, String centre) {
        return eligible.getOrDefault(group, Map.of()).getOrDefault(centre, 0);
    }

    private static long distinct(List<NamedCsvRecord> responses, String column) {
        return responses.stream().map(row -> row.getField(column)).distinct().count();
    }
}
