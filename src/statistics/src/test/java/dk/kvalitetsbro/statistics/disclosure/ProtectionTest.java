package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.disclosure.Rows.MEAN;
import static dk.kvalitetsbro.statistics.disclosure.Rows.SD;
import static dk.kvalitetsbro.statistics.disclosure.Rows.THEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.statistics.Summary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which numbers are withheld so that nothing withheld can be worked out. Centres are A, B, C; totals stand in brackets. */
class ProtectionTest {

    @Test
    void where_everybody_may_be_shown_nothing_is_withheld() {
        assertEquals("", Rows.of(12, 7, 8).withheldTurnout());
        assertEquals("", Rows.of(12, 7, 8).withheldMeans());
    }

    @Test
    void a_small_centre_takes_the_smallest_other_along_and_the_total_stays() {
        assertEquals("BC", Rows.of(12, 3, 8).withheldTurnout());
    }

    @Test
    void a_centre_is_withheld_for_its_own_reason_and_its_companion_to_protect_it() {
        Protection protection = Rows.of(12, 3, 8).protection();
        assertEquals(Optional.of(WithheldReason.TOO_FEW_ANSWERS), protection.turnout(Place.centre("B")));
        assertEquals(Optional.of(WithheldReason.TO_PROTECT_ANOTHER), protection.turnout(Place.centre("C")));
        assertEquals(Optional.of(WithheldReason.TO_PROTECT_ANOTHER), protection.figure(Place.centre("C"), THEME));
    }

    @Test
    void two_small_centres_do_not_hide_each_other_since_neither_can_have_more_than_four() {
        assertEquals(
                "ABC",
                childrenOf(new long[] {4, 8}, new long[] {4, 9}, new long[] {12, 18}, new long[] {20, 28})
                        .withheldTurnout());
    }

    @Test
    void two_small_centres_need_a_third_when_together_they_are_too_few() {
        assertEquals(
                "ABD",
                childrenOf(new long[] {1, 8}, new long[] {3, 9}, new long[] {30, 40}, new long[] {12, 20})
                        .withheldTurnout());
    }

    @Test
    void a_companion_where_nearly_everybody_answered_hides_too_little_alone() {
        assertEquals(
                "AC",
                childrenOf(new long[] {3, 9}, new long[] {11, 12}, new long[] {12, 20}, new long[] {20, 26})
                        .withheldTurnout());
    }

    @Test
    void whoever_knows_that_a_centre_has_too_few_still_cannot_tell_how_few() {
        // Without that knowledge B alone would do: between 1 and 9 of A's nine may have answered.
        assertEquals(
                "ABD",
                childrenOf(new long[] {3, 9}, new long[] {20, 22}, new long[] {10, 12}, new long[] {40, 41})
                        .withheldTurnout());
    }

    @Test
    void an_area_that_is_safe_by_itself_is_shown_where_the_municipality_is_not() {
        Rows rows = new Rows(CHILD)
                .centre("Nord", 2, 4)
                .centre("Syd", 20, 20)
                .centre("Syd", 18, 18)
                .centre("Vest", 30, 30);
        assertEquals("A(Nord)(all)", rows.withheldTurnout());
    }

    @Test
    void where_nobody_answered_nobody_is_hidden_and_nobody_hides() {
        assertEquals(
                "A",
                childrenOf(new long[] {0, 9}, new long[] {9, 12}, new long[] {12, 16})
                        .withheldTurnout());
        assertEquals(
                "ABC",
                childrenOf(new long[] {0, 9}, new long[] {3, 8}, new long[] {9, 14}, new long[] {20, 30})
                        .withheldTurnout());
    }

    @Test
    void an_area_of_one_small_centre_is_withheld_with_it_and_another_area_helps() {
        Rows rows = new Rows(CHILD)
                .centre("Nord", 3, 8)
                .centre("Syd", 4, 8)
                .centre("Syd", 9, 16)
                .centre("Syd", 14, 24)
                .centre("Vest", 30, 40);
        assertEquals("ABC(Nord)(Syd)", rows.withheldTurnout());
    }

    @Test
    void a_municipality_of_one_small_centre_is_not_told_of() {
        assertEquals("A(Nord)(all)", childrenOf(new long[] {4, 8}).withheldTurnout());
    }

    @Test
    void leaders_are_told_of_by_area_when_there_are_enough() {
        Rows rows = leaders("Nord", 6);
        assertEquals("ABCDEF", rows.withheldTurnout());
        assertEquals("ABCDEF", rows.withheldMeans());
        assertEquals(
                Optional.of(WithheldReason.LEADERS_NEVER_PER_CENTRE),
                rows.protection().turnout(Place.centre("A")));
    }

    @Test
    void an_area_with_too_few_leaders_takes_another_area_along() {
        assertEquals("ABCDEFGHIJKLMN(Nord)(Syd)", Rows.leadersOfThreeAreas(20).withheldTurnout());
    }

    @Test
    void childminding_is_told_of_in_totals_only_and_protected_there() {
        Rows rows = new Rows(CHILD)
                .childminding("Nord", 9, 13)
                .centre("Nord", 14, 20)
                .centre("Nord", 20, 26);
        assertEquals("AB", rows.withheldTurnout());
        assertEquals(
                Optional.of(WithheldReason.ONLY_IN_TOTALS), rows.protection().turnout(Place.centre("A")));
    }

    @Test
    void one_theme_with_too_few_answers_closes_the_centre_since_the_others_have_hardly_more() {
        Rows rows = new Rows(CHILD);
        rows.add(
                "Nord",
                false,
                9,
                rows.counts(5, false),
                rows.figure(THEME, 4, MEAN, SD),
                rows.figure("SOC", 5, MEAN, SD));
        rows.add(
                "Nord",
                false,
                14,
                rows.counts(9, false),
                rows.figure(THEME, 9, MEAN, SD),
                rows.figure("SOC", 9, MEAN, SD));
        rows.add(
                "Nord",
                false,
                20,
                rows.counts(16, false),
                rows.figure(THEME, 16, MEAN, SD),
                rows.figure("SOC", 16, MEAN, SD));
        assertEquals("AB", rows.withheldTurnout());
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_ANSWERS), rows.protection().figure(Place.centre("A"), "SOC"));
    }

    @Test
    void families_and_not_parents_are_counted() {
        Rows rows = new Rows(PARENT);
        rows.add("Nord", false, 9, families(8, 4), figure(families(8, 4)));
        rows.add("Nord", false, 19, families(18, 12), figure(families(18, 12)));
        rows.add("Nord", false, 26, families(25, 20), figure(families(25, 20)));
        assertEquals("AB", rows.withheldTurnout());
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_FAMILIES), rows.protection().turnout(Place.centre("A")));
    }

    @Test
    void where_only_three_could_answer_one_companion_is_not_hidden_by_them() {
        assertEquals(
                "ABC",
                childrenOf(new long[] {2, 3}, new long[] {10, 16}, new long[] {20, 30}, new long[] {30, 40})
                        .withheldTurnout());
    }

    @Test
    void the_number_behind_each_theme_stays_uncertain_too() {
        Rows rows = new Rows(CHILD);
        rows.add("Nord", true, 10, rows.counts(6, false), rows.figure(THEME, 6, MEAN, SD));
        rows.add("Nord", true, 6, rows.counts(6, false), rows.figure(THEME, 0, MEAN, SD));
        rows.centre("Nord", 20, 30).centre("Nord", 30, 40);
        assertEquals("ABC", rows.withheldTurnout());
    }

    @Test
    void what_is_left_of_a_theme_is_of_enough_people_too() {
        Rows rows = new Rows(CHILD);
        rows.add("Nord", true, 12, rows.counts(5, false), rows.figure(THEME, 2, MEAN, SD));
        rows.add("Nord", true, 12, rows.counts(5, false), rows.figure(THEME, 2, MEAN, SD));
        rows.centre("Nord", 20, 30).centre("Nord", 30, 40);
        assertEquals("ABC", rows.withheldTurnout());
    }

    @Test
    void what_is_left_of_a_theme_is_of_enough_raters_too() {
        Rows rows = new Rows(CONTACT_PEDAGOGUE);
        rows.add("Nord", true, 20, raters(8, 2), figure(raters(8, 1)));
        rows.add("Nord", true, 20, raters(8, 2), figure(raters(8, 1)));
        rows.add("Nord", false, 30, raters(20, 5), figure(raters(20, 5)));
        rows.add("Nord", false, 40, raters(30, 8), figure(raters(30, 8)));
        assertEquals("ABC", rows.withheldTurnout());
    }

    @Test
    void numbers_are_hidden_also_where_there_are_no_figures() {
        Rows full = new Rows(CHILD);
        Stream.of(new long[] {3, 9}, new long[] {11, 12}, new long[] {12, 20}, new long[] {20, 26})
                .forEach(centre -> full.add("Nord", false, centre[1], full.counts(centre[0], false)));
        assertEquals("AC", full.withheldTurnout());
        Rows small = new Rows(CHILD);
        Stream.of(new long[] {1, 9}, new long[] {6, 8}, new long[] {12, 20}, new long[] {20, 26})
                .forEach(centre -> small.add("Nord", false, centre[1], small.counts(centre[0], false)));
        assertEquals("AC", small.withheldTurnout());
    }

    @Test
    void whoever_skipped_a_theme_may_have_been_somebody_elsewhere() {
        Rows rows = new Rows(CHILD);
        rows.add("Nord", true, 4, rows.counts(4, false), rows.figure(THEME, 3, MEAN, SD));
        rows.centre("Nord", 9, 16).centre("Nord", 20, 30).centre("Nord", 30, 40);
        assertEquals("ABC", rows.withheldTurnout());
    }

    @Test
    void where_enough_answered_enough_are_known_to_be_behind_each_theme() {
        // Of D's five nobody can be missing on the theme, so D hides nobody's number; B can spare one, and has room.
        Rows rows = new Rows(CHILD);
        rows.add("Nord", false, 9, rows.counts(4, false), rows.figure(THEME, 3, MEAN, SD));
        rows.add("Nord", false, 25, rows.counts(7, false), rows.figure(THEME, 6, MEAN, SD));
        rows.add("Nord", false, 8, rows.counts(6, false), rows.figure(THEME, 6, MEAN, SD));
        rows.add("Nord", false, 26, rows.counts(5, false), rows.figure(THEME, 5, MEAN, SD));
        assertEquals("AB", rows.withheldTurnout());
    }

    @Test
    void what_two_withheld_centres_add_up_to_needs_enough_raters_too() {
        Rows rows = new Rows(CONTACT_PEDAGOGUE);
        rows.add("Nord", false, 20, raters(12, 1), figure(raters(12, 1)));
        rows.add("Nord", false, 20, raters(12, 1), figure(raters(12, 1)));
        rows.add("Nord", false, 30, raters(20, 5), figure(raters(20, 5)));
        rows.add("Nord", false, 40, raters(30, 8), figure(raters(30, 8)));
        assertEquals("ABC", rows.withheldTurnout());
    }

    /** Three of the four items are told of by themselves, with this mean and spread. */
    @Test
    void only_reasons_that_do_not_depend_on_answers_may_be_told() {
        assertEquals(
                List.of(WithheldReason.LEADERS_NEVER_PER_CENTRE, WithheldReason.ONLY_IN_TOTALS),
                Stream.of(WithheldReason.values())
                        .filter(WithheldReason::mayBeTold)
                        .toList());
    }

    @Test
    void what_is_not_published_is_not_known() {
        Protection protection = Rows.of(12, 7).protection();
        assertThrows(IllegalArgumentException.class, () -> protection.turnout(Place.centre("X")));
        assertThrows(IllegalArgumentException.class, () -> protection.figure(Place.centre("A"), "XYZ"));
    }

    @Test
    void every_centre_has_the_same_figures_once() {
        Rows rows = new Rows(CHILD);
        rows.add("Nord", false, 9, rows.counts(9, false), rows.figure("MAT", 9, MEAN, SD));
        rows.add("Nord", false, 9, rows.counts(9, false), rows.figure("SOC", 9, MEAN, SD));
        assertThrows(IllegalArgumentException.class, rows::protection);
        PublishedCentre centre = Rows.of(12).publication().centres().get(0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Publication(DisclosureRule.standard(), CHILD, List.of(centre, centre)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Publication(DisclosureRule.standard(), PARENT, List.of(centre)));
    }

    private static Rows childrenOf(long[]... answersAndEligible) {
        Rows rows = new Rows(CHILD);
        Stream.of(answersAndEligible).forEach(centre -> rows.centre("Nord", centre[0], centre[1]));
        return rows;
    }

    private static Rows leaders(String area, int count) {
        Rows rows = new Rows(LEADER);
        for (int i = 0; i < count; i++) {
            Rows.leader(rows, area, 20);
        }
        return rows;
    }

    /** Every other leader is so far above the mean, the others below. */
    private static Counts families(long answers, long families) {
        return new Counts(PARENT, answers, families, 0, false);
    }

    private static Counts raters(long answers, long raters) {
        return new Counts(CONTACT_PEDAGOGUE, answers, 0, raters, false);
    }

    private static PublishedFigure figure(Counts counts) {
        return PublishedFigure.alone(THEME, counts, Summary.ofSd(counts.answers(), MEAN, SD));
    }
}
