package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Shortage;
import dk.kvalitetsbro.statistics.findings.Signal;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the municipality as a whole has reason to talk about. */
class MunicipalFindingsTest {
    private static final ThemeCode SOC = new ThemeCode("SOC");

    private final Municipality municipality =
            new Municipality().institution("C").institution("D").institution("E");

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void a_group_below_the_level_everywhere_is_something_to_talk_about() {
        everywhere("2019", PEDAGOGUE, MAT, 2, 3).closeAndPublish("2019");

        MunicipalFinding finding = only(MAT);
        assertEquals(Status.CONFIRMED, finding.status());
        assertEquals(
                "Hvad kan ligge bag, at pædagogerne på tværs af kommunen oplever mindre af »Matematisk opmærksomhed og"
                        + " problemløsning«, end kommunen sigter efter?",
                finding.question().da());
        Signal level = signal(finding, PEDAGOGUE, SignalKind.LEVEL);
        assertEquals(37.5, level.estimate(), 1e-9);
        assertEquals(1, level.familySize());
    }

    @Test
    void centres_that_differ_make_the_municipality_uncertain() {
        municipality
                .answers("2019", "A", PEDAGOGUE, MAT, each(20, 1, 2))
                .answers("2019", "B", PEDAGOGUE, MAT, each(20, 4, 5))
                .answers("2019", "C", PEDAGOGUE, MAT, each(20, 3, 4))
                .closeAndPublish("2019");

        assertEquals(Status.NO_SIGN, only(MAT).status(), "50 of 100, but three centres that far apart tell little");
    }

    @Test
    void a_level_above_that_of_a_strength_is_one() {
        everywhere("2019", PEDAGOGUE, MAT, 5, 5, 5, 4).closeAndPublish("2019");

        assertEquals(Status.STRENGTH, only(MAT).status());
        assertFalse(only(MAT).isShortfall());
    }

    @Test
    void a_decline_is_measured_from_the_round_before_and_loses_a_gain() {
        everywhere("2015", PEDAGOGUE, MAT, 2, 3).closeAndPublish("2015");
        everywhere("2017", PEDAGOGUE, MAT, 4, 5).closeAndPublish("2017");
        everywhere("2019", PEDAGOGUE, MAT, 3, 4).closeAndPublish("2019");

        Signal decline = signal(only(MAT), PEDAGOGUE, SignalKind.DECLINE);
        double sd = Math.sqrt(100 * 0.25 / 99);
        assertEquals(-100 / sd, decline.estimate(), 1e-6);
        assertEquals(500 + 200 / sd, decline.reference(), 1e-6);
        assertEquals(List.of(PEDAGOGUE), only(MAT).groupsLosingGain());
        assertTrue(only(MAT).holdOn().isPresent());
    }

    @Test
    void a_change_from_a_round_whose_figure_is_withheld_is_not_told() {
        everywhere("2017", PEDAGOGUE, MAT, 4, 5).closeAndPublish("2017").withholdMunicipality("2017");
        everywhere("2019", PEDAGOGUE, MAT, 3, 4).closeAndPublish("2019");

        assertEquals(List.of(), only(MAT).groupsShowing(SignalKind.DECLINE));
    }

    @Test
    void pedagogues_and_parents_may_lie_apart() {
        everywhere("2019", PEDAGOGUE, MAT, 4, 4, 5);
        everywhere("2019", PARENT, MAT, 3, 4, 4).closeAndPublish("2019");

        MunicipalFinding finding = only(MAT);
        assertTrue(finding.voices().stream().allMatch(voice -> voice.signals().contains(SignalKind.GAP)));
    }

    @Test
    void the_family_of_a_test_is_all_of_the_municipalitys_of_that_kind() {
        everywhere("2019", PEDAGOGUE, MAT, 2, 3);
        everywhere("2019", PEDAGOGUE, SOC, 2, 3);
        everywhere("2019", CHILD, MAT, 1, 2).closeAndPublish("2019");

        assertEquals(3, signal(only(MAT), PEDAGOGUE, SignalKind.LEVEL).familySize());
    }

    @Test
    void what_is_withheld_of_the_municipality_is_neither_concluded_from_nor_counted() {
        everywhere("2019", PEDAGOGUE, MAT, 2, 3);
        municipality.answers("2019", "A", PARENT, SOC, 1, 1, 2).closeAndPublish("2019");

        assertEquals(Status.SUPPRESSED, only(SOC).status());
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_ANSWERS),
                only(SOC).figure(PARENT).withheld());
        assertEquals(1, signal(only(MAT), PEDAGOGUE, SignalKind.LEVEL).familySize());
    }

    @Test
    void leaders_who_are_shown_together_are_a_group_like_the_others() {
        for (int i = 0; i < 12; i++) {
            municipality.institution("L" + i).answers("2019", "L" + i, LEADER, MAT, 2 + i % 2);
        }
        municipality.closeAndPublish("2019");

        MunicipalFinding finding = only(MAT);
        assertEquals(List.of(LEADER), finding.groups());
        assertEquals(Status.CONFIRMED, finding.status());
    }

    @Test
    void a_municipality_of_one_centre_is_told_why_nothing_is_concluded() {
        municipality.answers("2019", "A", PEDAGOGUE, MAT, each(30, 1, 2)).closeAndPublish("2019");

        assertEquals(Status.NOT_ENOUGH_DATA, only(MAT).status());
        assertEquals(
                Set.of(Shortage.FEW_CENTRES),
                only(MAT).figure(PEDAGOGUE).shown().orElseThrow().judgement().shortages());
    }

    @Test
    void themes_stand_in_the_order_to_talk_about_them() {
        everywhere("2019", CHILD, new ThemeCode("APU"), 3, 3, 3, 3, 3, 3, 3, 2);
        everywhere("2019", PARENT, MAT, 3, 2);
        everywhere("2019", PEDAGOGUE, SOC, 1, 2);
        everywhere("2019", CONTACT_PEDAGOGUE, new ThemeCode("TRI"), 3, 3, 4).closeAndPublish("2019");

        assertEquals(
                List.of("SOC CONFIRMED", "MAT CONFIRMED", "APU STRENGTH", "TRI NO_SIGN"),
                municipality.municipalFindings("2019").stream()
                        .map(finding -> finding.theme().code() + " " + finding.status())
                        .toList());
    }

    @Test
    void nothing_is_told_before_publication() {
        everywhere("2019", PEDAGOGUE, MAT, 2, 3).close("2019");

        assertEquals(List.of(), municipality.municipalFindings("2019"));
    }

    private Municipality everywhere(String round, RespondentGroup group, ThemeCode theme, int... levels) {
        List.of("A", "B", "C", "D", "E")
                .forEach(centre -> municipality.answers(round, centre, group, theme, each(20, levels)));
        return municipality;
    }

    private MunicipalFinding only(ThemeCode theme) {
        return municipality.municipalFindings("2019").stream()
                .filter(finding -> finding.theme().code().equals(theme))
                .findFirst()
                .orElseThrow();
    }

    private static Signal signal(MunicipalFinding finding, RespondentGroup group, SignalKind kind) {
        return finding.figure(group).shown().orElseThrow().judgement().signals().stream()
                .filter(signal -> signal.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
