package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Release;
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

class RoundResultsTest {
    private static final ThemeCode SOC = new ThemeCode("SOC");
    private static final ThemeCode REL = new ThemeCode("REL");

    private final Municipality municipality = new Municipality();

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void an_index_is_the_mean_of_answered_items_with_negative_ones_turned_around() {
        municipality
                .response("2019", "A", PEDAGOGUE, MAT, 4, 5, 4, 2)
                .response("2019", "A", PEDAGOGUE, MAT, 4, 5, 0, 2)
                .answers("2019", "A", PEDAGOGUE, MAT, 3, 3, 3)
                .closeAndPublish("2019");

        Figure figure =
                shown(only(municipality.results("A", "2019"), MAT, PEDAGOGUE).figure());

        assertEquals(5, figure.respondents());
        assertEquals((17 / 4.0 + 13 / 3.0 + 9) / 5, mean("A", "2019", MAT, PEDAGOGUE), 1e-12);
    }

    @Test
    void who_answered_less_than_half_of_the_items_asked_has_no_index() {
        municipality
                .answers("2019", "A", PEDAGOGUE, MAT, each(6, 3, 4))
                .response("2019", "A", PEDAGOGUE, MAT, 5, 0, 0, 0)
                .closeAndPublish("2019");

        assertEquals(
                6,
                shown(only(municipality.results("A", "2019"), MAT, PEDAGOGUE).figure())
                        .respondents());
    }

    @Test
    void items_that_nobody_was_asked_do_not_count_as_missing() {
        for (int i = 0; i < 6; i++) {
            municipality.response("2019", "A", PEDAGOGUE, MAT, 3 + i % 2, 0, 0, 0);
        }
        municipality.closeAndPublish("2019");

        assertEquals(
                6,
                shown(only(municipality.results("A", "2019"), MAT, PEDAGOGUE).figure())
                        .respondents());
    }

    @Test
    void four_answers_are_withheld_and_leaders_are_never_told_of_at_one_centre() {
        municipality
                .answers("2019", "A", CHILD, MAT, 1, 2, 3, 2)
                .answers("2019", "A", LEADER, MAT, each(6, 3, 4))
                .closeAndPublish("2019");

        assertEquals(WithheldReason.TOO_FEW_ANSWERS, withheld("A", "2019", MAT, CHILD));
        assertEquals(WithheldReason.LEADERS_NEVER_PER_CENTRE, withheld("A", "2019", MAT, LEADER));
    }

    @Test
    void parents_count_as_families_and_contact_answers_as_raters() {
        municipality
                .answersFrom(respondent -> "family" + respondent / 2, "2019", "A", PARENT, MAT, each(8, 2, 3))
                .answersFrom(respondent -> "rater" + respondent % 2, "2019", "A", CONTACT_PEDAGOGUE, MAT, each(8, 2, 3))
                .closeAndPublish("2019");

        assertEquals(WithheldReason.TOO_FEW_FAMILIES, withheld("A", "2019", MAT, PARENT));
        assertEquals(WithheldReason.TOO_FEW_RATERS, withheld("A", "2019", MAT, CONTACT_PEDAGOGUE));
    }

    @Test
    void answers_that_are_all_alike_are_withheld() {
        municipality.answers("2019", "A", CHILD, MAT, each(12, 2)).closeAndPublish("2019");

        assertEquals(WithheldReason.ALL_ANSWERED_ALIKE, withheld("A", "2019", MAT, CHILD));
    }

    @Test
    void items_that_hang_too_little_together_are_told_one_by_one() {
        for (int i = 0; i < 12; i++) {
            municipality.response("2019", "A", CHILD, MAT, 1 + i % 3, 1 + i / 3 % 3, 1 + i / 2 % 3);
        }
        municipality.closeAndPublish("2019");

        Figure figure =
                shown(only(municipality.results("A", "2019"), MAT, CHILD).figure());
        assertEquals(Set.of(Shortage.LOW_ALPHA), figure.judgement().shortages());
        assertEquals(Optional.empty(), figure.index());
        assertTrue(
                items("A", "2019", MAT).stream().allMatch(item -> item.answers().isShown()));
    }

    @Test
    void items_are_withheld_with_their_group_and_all_of_them_when_one_is_answered_alike() {
        municipality.answers("2019", "A", PARENT, MAT, 1, 2, 3, 4);
        for (int i = 0; i < 6; i++) {
            municipality.response("2019", "A", CHILD, MAT, 3, 1 + i % 3, 1 + i % 3);
        }
        municipality.closeAndPublish("2019");

        List<ItemResult> items = items("A", "2019", MAT);
        assertEquals(
                List.of(
                        Optional.of(WithheldReason.ALL_ANSWERED_ALIKE),
                        Optional.of(WithheldReason.ALL_ANSWERED_ALIKE),
                        Optional.of(WithheldReason.ALL_ANSWERED_ALIKE),
                        Optional.of(WithheldReason.TOO_FEW_ANSWERS),
                        Optional.of(WithheldReason.TOO_FEW_ANSWERS),
                        Optional.of(WithheldReason.TOO_FEW_ANSWERS)),
                items.stream().map(item -> item.answers().withheld()).toList());
    }

    @Test
    void a_centre_clearly_below_the_rest_in_two_groups_is_to_be_talked_about_first() {
        weakMathematics("2019");
        municipality.closeAndPublish("2019");

        Finding finding = municipality.findings("A", "2019").get(0);
        assertEquals(Status.CONFIRMED, finding.status());
        assertEquals(List.of(CHILD, PEDAGOGUE), finding.groups());
        assertEquals(List.of(CHILD, PEDAGOGUE), finding.groupsShowing(SignalKind.BELOW_REST));
        assertTrue(finding.question()
                .da()
                .startsWith("Hvad kan ligge bag, at børnene og pædagogerne oplever mindre af »Matematisk"));
    }

    @Test
    void a_centre_is_compared_with_the_others_and_not_with_a_whole_that_holds_itself() {
        weakMathematics("2019");
        municipality.closeAndPublish("2019");

        Signal belowRest =
                shown(only(municipality.results("A", "2019"), MAT, CHILD).figure()).judgement().signals().stream()
                        .filter(signal -> signal.kind() == SignalKind.BELOW_REST)
                        .findFirst()
                        .orElseThrow();
        assertEquals(points("B", "2019", MAT, CHILD), belowRest.reference(), 1e-9);
    }

    @Test
    void items_stay_inside_with_a_group_whose_index_is_all_alike() {
        for (int i = 0; i < 6; i++) {
            municipality.response("2019", "A", CHILD, MAT, 1 + i % 3, 1 + (i + 1) % 3, 1 + (i + 2) % 3);
        }
        municipality.closeAndPublish("2019");

        assertTrue(items("A", "2019", MAT).stream()
                .allMatch(item -> item.answers().withheld().equals(Optional.of(WithheldReason.ALL_ANSWERED_ALIKE))));
    }

    @Test
    void a_published_shortfall_becomes_a_need_that_names_groups_and_no_figures() {
        weakMathematics("2019");
        municipality.answers("2019", "A", PARENT, MAT, 1, 1, 2).closeAndPublish("2019");

        assertEquals(
                List.of("2019/A/MAT"),
                municipality.needs("A").stream().map(need -> need.sourceRef()).toList());
        assertEquals(
                "I Kortlægning 2019 peger børnene og pædagogerne på »Matematisk opmærksomhed og problemløsning«: hvad kan"
                        + " ligge bag?",
                municipality.needs("A").get(0).reason().da());
        assertEquals(
                "In Kortlægning 2019 the children and the pedagogues point at “Mathematical awareness and problem"
                        + " solving”: what may lie behind it?",
                municipality.needs("A").get(0).reason().en());
    }

    @Test
    void no_sign_and_strengths_become_no_needs() {
        weakMathematics("2019");
        municipality.closeAndPublish("2019");

        assertEquals(List.of(), municipality.needs("B"));
    }

    @Test
    void nothing_is_seen_before_publication() {
        weakMathematics("2019");
        municipality.close("2019");

        assertEquals(List.of(), municipality.findings("A", "2019"));
        assertEquals(List.of(), municipality.results("A", "2019"));
        assertEquals(List.of(), municipality.results().ofMunicipality(MAT));
        assertTrue(municipality
                .results()
                .responseRates(new CentreCode("A"), "2019")
                .isEmpty());
        assertEquals(List.of(), items("A", "2019", MAT));
        assertEquals(List.of(), municipality.needs("A"));
    }

    @Test
    void a_closed_round_can_be_computed_again_but_a_published_one_is_frozen() {
        weakMathematics("2019");
        municipality.close("2019").close("2019").publish("2019");

        assertThrows(IllegalStateException.class, () -> municipality.close("2019"));
        assertEquals(1, municipality.needs("A").size());
    }

    @Test
    void childminding_has_no_results_and_no_needs_of_its_own() {
        weakMathematics("2019");
        municipality
                .answers("2019", "CHILDMINDERS", CHILD, MAT, each(20, 1, 1, 2))
                .answers("2019", "CHILDMINDERS", PEDAGOGUE, MAT, each(20, 1, 1, 2))
                .closeAndPublish("2019");

        assertEquals(List.of(), municipality.findings("CHILDMINDERS", "2019"));
        assertEquals(List.of(), municipality.results("CHILDMINDERS", "2019"));
        assertTrue(municipality
                .results()
                .responseRates(new CentreCode("CHILDMINDERS"), "2019")
                .isEmpty());
        assertEquals(List.of(), municipality.needs("CHILDMINDERS"));
    }

    @Test
    void themes_are_told_gravest_first_and_strengths_before_what_gives_no_sign() {
        weakMathematics("2019");
        municipality
                .answers("2019", "A", PARENT, SOC, each(20, 3, 4))
                .answers("2019", "B", PARENT, SOC, each(20, 4, 5))
                .answers("2019", "A", CHILD, REL, each(20, 3, 3, 3, 2))
                .answers("2019", "B", CHILD, REL, each(40, 1, 2))
                .answers("2019", "A", CONTACT_PEDAGOGUE, new ThemeCode("APU"), each(4, 3, 4))
                .closeAndPublish("2019");

        assertEquals(
                List.of("MAT CONFIRMED", "SOC CONFIRMED", "REL STRENGTH", "APU SUPPRESSED"),
                municipality.findings("A", "2019").stream()
                        .map(finding -> finding.theme().code() + " " + finding.status())
                        .toList());
    }

    @Test
    void response_rates_are_those_with_an_index_of_those_invited_and_small_ones_stay_inside() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(19, 1, 2, 3))
                .response("2019", "A", CHILD, MAT, 2, 0, 0)
                .invite("2019", "A", CHILD, 5)
                .answers("2019", "A", PEDAGOGUE, MAT, 3, 4)
                .closeAndPublish("2019");

        var rates = municipality.results().responseRates(new CentreCode("A"), "2019");
        assertEquals(0.76, rates.get(CHILD).shown().orElseThrow().rate().orElseThrow(), 1e-12);
        assertEquals(
                Optional.of(WithheldReason.TOO_FEW_ANSWERS),
                rates.get(PEDAGOGUE).withheld());
    }

    @Test
    void the_municipality_is_released_across_centres_leaders_too() {
        municipality
                .answers("2019", "A", LEADER, MAT, 3, 4, 5)
                .answers("2019", "B", LEADER, MAT, 3, 2)
                .closeAndPublish("2019");

        MunicipalResult leaders = municipality.results().ofMunicipality(MAT).get(0);
        assertEquals(60, leaders.index().shown().orElseThrow().pomp(), 1e-9);
    }

    private void weakMathematics(String round) {
        municipality
                .answers(round, "A", CHILD, MAT, each(20, 1, 1, 2))
                .answers(round, "B", CHILD, MAT, each(40, 2, 3))
                .answers(round, "A", PEDAGOGUE, MAT, each(14, 2, 3))
                .answers(round, "B", PEDAGOGUE, MAT, each(30, 4, 5, 3));
    }

    private double mean(String centre, String round, ThemeCode theme, RespondentGroup group) {
        return index(centre, round, theme, group).summary().mean();
    }

    private double points(String centre, String round, ThemeCode theme, RespondentGroup group) {
        return index(centre, round, theme, group).points().orElseThrow();
    }

    private Index index(String centre, String round, ThemeCode theme, RespondentGroup group) {
        return shown(only(municipality.results(centre, round), theme, group).figure())
                .index()
                .orElseThrow();
    }

    private WithheldReason withheld(String centre, String round, ThemeCode theme, RespondentGroup group) {
        return only(municipality.results(centre, round), theme, group)
                .figure()
                .withheld()
                .orElseThrow();
    }

    private Finding.Voice voice(String centre, String round, ThemeCode theme, RespondentGroup group) {
        return municipality.findings(centre, round).stream()
                .filter(finding -> finding.theme().code().equals(theme))
                .flatMap(finding -> finding.voices().stream())
                .filter(voice -> voice.group() == group)
                .findFirst()
                .orElseThrow();
    }

    private List<ItemResult> items(String centre, String round, ThemeCode theme) {
        return municipality.results().items(new CentreCode(centre), round, theme);
    }

    private static GroupResult only(List<GroupResult> results, ThemeCode theme, RespondentGroup group) {
        return results.stream()
                .filter(result -> result.theme().equals(theme) && result.group() == group)
                .findFirst()
                .orElseThrow();
    }

    private static Figure shown(Release<Figure> figure) {
        return figure.shown().orElseThrow();
    }
}
