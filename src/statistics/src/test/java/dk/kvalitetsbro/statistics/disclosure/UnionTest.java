package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.disclosure.Rows.THEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Centres that became one after the round was published. */
class UnionTest {
    private static final Optional<WithheldReason> SHOWN = Optional.empty();
    private static final Optional<WithheldReason> PROTECTS = Optional.of(WithheldReason.TO_PROTECT_ANOTHER);
    private static final Place UNION = Place.union("Z");

    @Test
    void shown_centres_may_be_told_of_as_one() {
        Protection protection = Rows.of(12, 9, 8).protection().withUnion("Z", Set.of("A", "C"));
        assertEquals(SHOWN, protection.turnout(UNION));
        assertEquals(SHOWN, protection.figure(UNION, THEME));
    }

    @Test
    void a_withheld_centre_and_a_shown_one_may_not_since_the_shown_one_can_be_subtracted() {
        Protection protection = Rows.of(12, 3, 8).protection().withUnion("Z", Set.of("A", "B"));
        assertEquals(PROTECTS, protection.turnout(UNION));
        assertEquals(PROTECTS, protection.figure(UNION, THEME));
    }

    @Test
    void centres_that_are_withheld_together_may_be_told_of_together() {
        Protection protection = Rows.of(12, 3, 8).protection().withUnion("Z", Set.of("B", "C"));
        assertEquals(SHOWN, protection.turnout(UNION));
    }

    @Test
    void some_of_the_withheld_may_be_told_of_when_the_others_stay_hidden_too() {
        assertEquals(SHOWN, childminders().withUnion("Z", Set.of("A", "B")).turnout(UNION));
        assertEquals(
                PROTECTS, childminders().withUnion("Z", Set.of("A", "B", "C")).turnout(UNION));
    }

    @Test
    void what_was_told_of_one_union_counts_for_the_next() {
        Protection first = childminders().withUnion("Y", Set.of("A", "B"));
        assertEquals(SHOWN, first.turnout(Place.union("Y")));
        assertEquals(PROTECTS, first.withUnion("Z", Set.of("A", "C")).turnout(UNION));
        assertEquals(SHOWN, first.withUnion("Z", Set.of("C", "D")).turnout(UNION));
    }

    private static Protection childminders() {
        Rows rows = new Rows(CHILD);
        for (int i = 0; i < 4; i++) {
            rows.childminding("Nord", 6, 12);
        }
        return rows.protection();
    }

    @Test
    void a_mean_that_was_told_of_one_union_counts_for_the_next() {
        Rows rows = new Rows(CHILD)
                .centre("Nord", 10, 14, 50, 0)
                .centre("Nord", 10, 14, 90, 0)
                .centre("Nord", 10, 14, 50, 0)
                .centre("Nord", 10, 14, 90, 0);
        Protection protection = rows.protection();
        assertEquals(SHOWN, protection.withUnion("Z", Set.of("A", "D")).figure(UNION, THEME));
        Protection first = protection.withUnion("Y", Set.of("A", "B"));
        assertEquals(SHOWN, first.figure(Place.union("Y"), THEME));
        assertEquals(PROTECTS, first.withUnion("Z", Set.of("A", "D")).figure(UNION, THEME));
    }

    @Test
    void fewer_places_for_people_to_have_answered_at_must_not_give_a_mean_away() {
        assertEquals(SHOWN, crowded(20).withUnion("Z", Set.of("A", "B")).turnout(UNION));
        assertEquals(PROTECTS, crowded(4).withUnion("Z", Set.of("A", "B")).turnout(UNION));
    }

    private static Protection crowded(double sd) {
        Rows rows = new Rows(CHILD);
        for (int i = 0; i < 4; i++) {
            rows.add("Nord", true, 8, rows.counts(6, false), rows.figure(THEME, 6, Rows.MEAN, sd));
        }
        return rows.protection();
    }

    @Test
    void withheld_centres_of_two_areas_may_be_told_of_together_when_both_areas_stay_safe() {
        Rows rows = new Rows(CHILD);
        for (String area : "Nord Nord Nord Nord Syd Syd Syd Syd".split(" ")) {
            rows.childminding(area, 6, 12);
        }
        assertEquals(
                SHOWN,
                rows.protection().withUnion("Z", Set.of("A", "B", "E", "F")).turnout(UNION));
        assertEquals(
                PROTECTS,
                rows.protection().withUnion("Z", Set.of("A", "E", "F")).turnout(UNION));
    }

    @Test
    void a_union_of_centres_that_no_total_tells_of_is_judged_by_itself() {
        Rows rows = new Rows(CHILD).childminding("Nord", 2, 6).childminding("Syd", 2, 6);
        assertEquals("AB(Nord)(Syd)(all)", rows.withheldTurnout());
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_ANSWERS),
                rows.protection().withUnion("Z", Set.of("A", "B")).turnout(UNION));
    }

    @Test
    void too_few_together_are_told_of_neither() {
        Protection protection = Rows.of(1, 3, 20, 25).protection().withUnion("Z", Set.of("A", "B"));
        assertEquals(Optional.of(WithheldReason.TOO_FEW_ANSWERS), protection.turnout(UNION));
    }

    @Test
    void the_leaders_of_a_merged_centre_are_told_of_as_little_as_one() {
        Rows rows = new Rows(LEADER);
        for (int i = 0; i < 8; i++) {
            rows.centre("Nord", 1, 1, i % 2 == 0 ? 90 : 50, 0);
        }
        assertEquals(
                Optional.of(WithheldReason.LEADERS_NEVER_PER_CENTRE),
                rows.protection()
                        .withUnion("Z", Set.of("A", "B", "C", "D", "E"))
                        .turnout(UNION));
    }

    @Test
    void a_union_is_of_centres_of_the_publication() {
        Protection protection = Rows.of(12, 9).protection();
        assertThrows(IllegalArgumentException.class, () -> protection.withUnion("Z", Set.of("A", "X")));
        assertThrows(IllegalArgumentException.class, () -> protection.withUnion("Z", Set.of()));
    }
}
