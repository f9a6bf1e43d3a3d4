package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureRuleTest {
    private static final Optional<WithheldReason> SHOWN = Optional.empty();

    private final DisclosureRule rule = DisclosureRule.standard();

    private static Counts counts(RespondentGroup group, int answers) {
        return new Counts(group, answers, answers, answers, false);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEADER")
    void four_answers_are_withheld_when_five_are_needed(RespondentGroup group) {
        assertEquals(Optional.of(WithheldReason.TOO_FEW_ANSWERS), rule.withholdAtCentre(counts(group, 4)));
        assertEquals(SHOWN, rule.withholdAtCentre(counts(group, 5)));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 10})
    void the_minimum_may_be_raised(int minimum) {
        DisclosureRule raised = new DisclosureRule(minimum);
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_ANSWERS),
                raised.withholdAcrossCentres(counts(PEDAGOGUE, minimum - 1)));
        assertEquals(SHOWN, raised.withholdAcrossCentres(counts(PEDAGOGUE, minimum)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 6, 11})
    void any_other_minimum_is_refused(int minimum) {
        assertThrows(IllegalArgumentException.class, () -> new DisclosureRule(minimum));
    }

    @Test
    void eight_parents_of_four_families_are_withheld() {
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_FAMILIES),
                rule.withholdAtCentre(new Counts(PARENT, 8, 4, 0, false)));
        assertEquals(SHOWN, rule.withholdAtCentre(new Counts(PARENT, 8, 5, 0, false)));
    }

    @Test
    void twelve_children_described_by_two_pedagogues_are_withheld() {
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_RATERS),
                rule.withholdAtCentre(new Counts(CONTACT_PEDAGOGUE, 12, 0, 2, false)));
        assertEquals(SHOWN, rule.withholdAtCentre(new Counts(CONTACT_PEDAGOGUE, 12, 0, 3, false)));
    }

    @Test
    void families_and_raters_are_asked_for_only_where_they_mean_something() {
        assertEquals(SHOWN, rule.withholdAtCentre(new Counts(CHILD, 5, 0, 0, false)));
    }

    @Test
    void leaders_are_shown_across_centres_only_and_only_from_five() {
        assertEquals(Optional.of(WithheldReason.LEADERS_NEVER_PER_CENTRE), rule.withholdAtCentre(counts(LEADER, 40)));
        assertEquals(Optional.of(WithheldReason.TOO_FEW_ANSWERS), rule.withholdAcrossCentres(counts(LEADER, 4)));
        assertEquals(SHOWN, rule.withholdAcrossCentres(counts(LEADER, 5)));
    }

    @Test
    void answers_that_are_all_alike_are_withheld() {
        assertEquals(
                Optional.of(WithheldReason.ALL_ANSWERED_ALIKE),
                rule.withholdAcrossCentres(new Counts(CHILD, 20, 0, 0, true)));
    }
}
