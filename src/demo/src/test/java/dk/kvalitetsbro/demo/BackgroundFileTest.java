package dk.kvalitetsbro.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BackgroundFileTest {
    private final DemoMunicipality billund = DemoMunicipality.of(Size.BILLUND);

    @Test
    void children_and_parents_are_added_up_by_theme_in_four_categories() throws IOException {
        assertEquals(
                List.of(
                        "round",
                        "theme",
                        "group",
                        "background",
                        "category",
                        "n",
                        "mean",
                        "variance",
                        "families",
                        "raters"),
                billund.backgroundFile(2019).header());
        Map<String, Long> rows = Answers.rows(billund.backgroundFile(2019)).stream()
                .collect(Collectors.groupingBy(row -> row.getField("group"), Collectors.counting()));
        assertEquals(4L * themes(RespondentGroup.CHILD), rows.get("CHILD"));
        assertEquals(4L * themes(RespondentGroup.PARENT), rows.get("PARENT"));
    }

    @Test
    void nobody_is_counted_who_did_not_answer_and_some_education_is_not_known() throws IOException {
        int responses = Answers.responses(billund, 2019, RespondentGroup.CHILD).size();
        int counted = Answers.rows(billund.backgroundFile(2019)).stream()
                .filter(row -> row.getField("group").equals("CHILD")
                        && row.getField("theme").equals("MAT"))
                .mapToInt(row -> Integer.parseInt(row.getField("n")))
                .sum();
        assertTrue(counted < responses && counted > 0.85 * responses, counted + " of " + responses);
    }

    @Test
    void the_gap_between_most_and_least_education_declines_from_round_to_round() throws IOException {
        assertTrue(meanGap(2015) > meanGap(2019), meanGap(2015) + " and " + meanGap(2019));
        assertTrue(meanGap(2019) > 0, meanGap(2019) + "");
    }

    @Test
    void an_unknown_round_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> billund.backgroundFile(2016));
    }

    private double meanGap(int round) throws IOException {
        Map<String, Double> means = Answers.rows(billund.backgroundFile(round)).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("category"),
                        Collectors.averagingDouble(row -> Double.parseDouble(row.getField("mean")))));
        return means.getOrDefault("Lang videregående", 0.0) - means.getOrDefault("Grundskole", 0.0);
    }

    private static long themes(RespondentGroup group) {
        return Material.itemsOf(group).stream().map(Item::themeCode).distinct().count();
    }
}
