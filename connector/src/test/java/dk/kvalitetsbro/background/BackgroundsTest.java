package dk.kvalitetsbro.background;

import static dk.kvalitetsbro.background.CountedTown.MAT;
import static dk.kvalitetsbro.background.CountedTown.SOC;
import static dk.kvalitetsbro.background.CountedTown.children;
import static dk.kvalitetsbro.background.CountedTown.ofGroup;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.background.BackgroundResult.Between;
import dk.kvalitetsbro.background.BackgroundResult.OfCategory;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of the words in these maps, "n" stands for a category whose number of answers is shown, and "mean" for both. */
class BackgroundsTest {
    private CountedTown town;

    @BeforeEach
    void begin() {
        town = new CountedTown();
    }

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void categories_that_are_large_enough_are_shown_with_their_gap() {
        publish(children("uddannelse", "kort,150,70,400", "lang,250,78,380"));
        BackgroundResult result = result(MAT, CHILD);
        assertEquals(Map.of("kort", "mean", "lang", "mean"), shown(result));
        Gap gap = gap(result).orElseThrow();
        assertEquals(-8, gap.difference().value(), 1e-9);
        assertEquals(Gap.Verdict.CLEAR, gap.verdict());
    }

    @Test
    void nothing_is_told_before_the_round_is_published() {
        town.importRows(children("uddannelse", "kort,150,70,400", "lang,250,78,380"));
        assertEquals(List.of(), town.backgrounds.all());
        assertEquals(List.of(), town.backgrounds.of("uddannelse"));
    }

    @Test
    void a_category_that_is_too_small_takes_others_along_so_that_it_cannot_be_subtracted() {
        publish(children("uddannelse", "ingen,4,70,400", "kort,100,72,400", "middel,146,75,400", "lang,150,78,380"));
        assertEquals(Map.of("ingen", "", "kort", "", "middel", "n", "lang", "mean"), shown(result(MAT, CHILD)));
    }

    @Test
    void a_gap_is_shown_only_where_both_categories_are() {
        publish(children(
                "uddannelse",
                "kort,146,75,400",
                "ingen,4,70,400",
                "lang,75,78,380",
                "mest,75,77,400",
                "middel,100,72,400"));
        assertEquals(
                List.of("kort middel"),
                result(MAT, CHILD).gaps().stream()
                        .filter(between -> between.gap().isShown())
                        .map(between -> between.one() + " " + between.other())
                        .toList());
    }

    @Test
    void those_without_a_background_are_protected_although_nobody_publishes_them() {
        String rows = children("uddannelse", "kort,150,70,400", "lang,247,78,380");
        publish(rows);
        assertEquals(Map.of("kort", "", "lang", ""), shown(result(MAT, CHILD)), "three are left");
    }

    @Test
    void so_many_without_a_background_that_they_may_be_known_hide_nothing() {
        publish(children("uddannelse", "kort,150,70,400", "lang,230,78,380"));
        assertEquals(Map.of("kort", "mean", "lang", "mean"), shown(result(MAT, CHILD)));
    }

    @Test
    void where_all_of_a_category_answered_alike_its_mean_and_what_would_tell_it_are_withheld() {
        publish(children("uddannelse", "kort,50,100,0", "lang,350,71.4,330"));
        assertEquals(Map.of("kort", "n", "lang", "n"), shown(result(MAT, CHILD)));
    }

    @Test
    void where_only_withholding_the_known_whole_would_help_all_categories_are_withheld() {
        town.database.execute("update results.participation set eligible = answered where grp = 'CHILD'");
        publish(children("uddannelse", "kort,4,70,400", "lang,396,75,400"));
        assertEquals(Map.of("kort", "", "lang", ""), shown(result(MAT, CHILD)));
    }

    @Test
    void a_whole_that_is_withheld_is_not_told_by_its_categories() {
        town.database.execute("delete from results.municipal_result where theme = 'MAT' and grp = 'CHILD'");
        town.whole("2019", MAT, CHILD, 400, 75, 400, true);
        publish(children("uddannelse", "kort,150,70,400", "lang,250,78,380")
                + ofGroup("SOC", "CHILD", "uddannelse", ",,", "kort,150,70,400", "lang,250,78,380"));
        assertEquals(Map.of("kort", "", "lang", ""), shown(result(MAT, CHILD)));
        assertEquals(Map.of("kort", "mean", "lang", "mean"), shown(result(SOC, CHILD)));
    }

    @Test
    void a_category_that_is_too_small_on_one_theme_is_withheld_on_all_since_its_numbers_are_alike() {
        publish(children("uddannelse", "kort,5,70,400", "middel,145,72,400", "lang,250,76.8,380")
                + ofGroup(
                        "SOC", "CHILD", "uddannelse", ",,", "kort,4,70,400", "middel,146,72,400", "lang,250,76.8,380"));
        assertEquals("", shown(result(MAT, CHILD)).get("kort"));
    }

    @Test
    void parents_of_too_few_families_are_withheld() {
        publish(ofGroup("MAT", "PARENT", "uddannelse", ",4,", "kort,8,70,400")
                + ofGroup("MAT", "PARENT", "uddannelse", ",196,", "lang,292,75.1,400"));
        assertEquals(Map.of("kort", "", "lang", ""), shown(result(MAT, PARENT)));
    }

    @Test
    void parents_without_a_background_are_protected_also_where_their_families_are_all_counted() {
        publish(ofGroup("MAT", "PARENT", "uddannelse", ",80,", "kort,100,75,400")
                + ofGroup("MAT", "PARENT", "uddannelse", ",120,", "lang,197,75,400"));
        assertEquals(Map.of("kort", "", "lang", ""), shown(result(MAT, PARENT)), "three are left");
    }

    @Test
    void children_described_by_too_few_contact_pedagogues_are_withheld() {
        publish(ofGroup("MAT", "CONTACT_PEDAGOGUE", "uddannelse", ",,2", "kort,180,70,400")
                + ofGroup("MAT", "CONTACT_PEDAGOGUE", "uddannelse", ",,30", "lang,220,79.1,400"));
        assertEquals(Map.of("kort", "", "lang", ""), shown(result(MAT, CONTACT_PEDAGOGUE)));
    }

    @Test
    void two_categories_of_the_same_two_contact_pedagogues_do_not_hide_each_other() {
        publish(ofGroup("MAT", "CONTACT_PEDAGOGUE", "uddannelse", ",,2", "ingen,60,70,400", "kort,60,72,400")
                + ofGroup("MAT", "CONTACT_PEDAGOGUE", "uddannelse", ",,30", "middel,130,76,400", "lang,150,77.3,400"));
        assertEquals("", shown(result(MAT, CONTACT_PEDAGOGUE)).get("middel"));
    }

    @Test
    void gaps_of_a_table_hold_together() {
        publish(children("uddannelse", "kort,100,72,400", "middel,150,75,400", "lang,150,77,400"));
        result(MAT, CHILD)
                .gaps()
                .forEach(between -> assertEquals(
                        1 - 0.05 / 3,
                        between.gap().shown().orElseThrow().orElseThrow().confidence(),
                        1e-12));
    }

    @Test
    void rounds_stand_side_by_side_from_the_oldest() {
        town.round("2017");
        town.took("2017", CHILD, 400, 0, 0, 480);
        town.whole("2017", MAT, CHILD, 400, 75, 400, false);
        String rows = children("uddannelse", "kort,150,70,400", "lang,250,78,380");
        publish(rows + rows.replace("2019", "2017"));
        town.publish("2017");
        assertEquals(
                List.of("2017", "2019"),
                town.backgrounds.of("uddannelse").stream()
                        .map(BackgroundResult::round)
                        .toList());
    }

    @Test
    void the_whole_is_in_percent_of_maximum_possible_on_every_scale() {
        publish(children("uddannelse", "kort,150,70,400", "lang,250,78,380")
                + ofGroup("MAT", "PARENT", "uddannelse", ",100,", "kort,150,75,400", "lang,150,75,400")
                + ofGroup("MAT", "CONTACT_PEDAGOGUE", "uddannelse", ",,30", "kort,150,75,400", "lang,150,75,400"));
        for (var group : Map.of(CHILD, Scale.SMILEY_3, PARENT, Scale.AGREE_5, CONTACT_PEDAGOGUE, Scale.FIT_4)
                .keySet()) {
            Summary whole = town.database
                    .jdbi()
                    .withHandle(
                            handle -> RoundTotal.of(handle, new StoredCategory.Dimension("2019", group, "uddannelse")))
                    .get(0)
                    .summary();
            assertEquals(75, whole.mean(), 1e-9);
            assertEquals(400, whole.variance(), 1e-9);
        }
    }

    @Test
    void what_is_withheld_is_not_in_the_spreadsheet() {
        publish(children("uddannelse", "ingen,4,61,400", "kort,100,72,400", "middel,146,75,400", "lang,150,78,380"));
        List<String> lines = new BackgroundCsv(town.backgrounds, town.themes, CountedTown.DANISH)
                .write()
                .lines()
                .toList();
        String note = "Data og forskning kan ikke stå alene. Brug resultatet som afsæt for jeres faglige analyse.";
        String about = "uddannelse;MAT;Matematisk opmærksomhed og problemløsning;Børn;2019;";
        String why = "Vises ikke af hensyn til fortrolighed";
        assertEquals(1 + 4 + 6, lines.size());
        assertEquals(about + "ingen;;;;;;;" + why + ";" + note, lines.get(1));
        assertEquals(about + "lang;;150;78,0;74,9;81,1;;;" + note, lines.get(4));
        assertEquals(about + "ingen;kort;;;;;;" + why + ";" + note, lines.get(5));
    }

    private void publish(String rows) {
        town.importRows(rows);
        town.publish("2019");
    }

    private BackgroundResult result(ThemeCode theme, RespondentGroup group) {
        return town.backgrounds.of("uddannelse").stream()
                .filter(result -> result.theme().equals(theme) && result.group() == group)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Gap> gap(BackgroundResult result) {
        return result.gaps().stream()
                .map(Between::gap)
                .flatMap(gap -> gap.shown().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> shown(BackgroundResult result) {
        return new TreeMap<>(result.categories().stream().collect(toMap(OfCategory::category, BackgroundsTest::shown)));
    }

    private static String shown(OfCategory category) {
        Release<CategoryMean> mean = category.mean();
        return mean.isShown() ? "mean" : category.answers().isShown() ? "n" : "";
    }
}
