package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Bilingual;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Theme SOC =
            new Theme(new ThemeCode("SOC"), new Bilingual("Social udvikling", "Social development"), false, "");

    @Test
    void a_shortfall_is_told_with_the_groups_that_show_its_strongest_signal() {
        Finding finding = finding(
                Status.CONFIRMED,
                new Finding.Voice(CHILD, Status.CONFIRMED, Set.of(SignalKind.LEVEL, SignalKind.BELOW_REST), false),
                new Finding.Voice(PEDAGOGUE, Status.INDICATION, Set.of(SignalKind.DECLINE), false),
                new Finding.Voice(PARENT, Status.CONFIRMED, Set.of(SignalKind.BELOW_REST), false));

        assertEquals(List.of(CHILD, PEDAGOGUE, PARENT), finding.groups());
        assertEquals(
                "Børnene og forældrene oplever mindre af »Social udvikling« end i resten af kommunen",
                finding.headline().da());
        assertEquals(
                "What may lie behind it that the children and the parents experience less of “Social development” than in"
                        + " the rest of the municipality?",
                finding.question().en());
    }

    @Test
    void groups_without_the_status_of_the_theme_do_not_speak_for_it() {
        Finding finding = finding(
                Status.STRENGTH,
                new Finding.Voice(CHILD, Status.STRENGTH, Set.of(SignalKind.ABOVE_REST), false),
                new Finding.Voice(PARENT, Status.NO_SIGN, Set.of(), false));

        assertEquals(List.of(CHILD), finding.groups());
        assertFalse(finding.isShortfall());
    }

    @Test
    void every_status_has_a_question_and_a_headline_in_both_languages() {
        for (Status status : Status.values()) {
            for (SignalKind kind : EnumSet.of(SignalKind.LEVEL, SignalKind.BELOW_REST, SignalKind.DECLINE)) {
                Finding finding = finding(status, new Finding.Voice(CHILD, status, Set.of(kind), false));
                for (Bilingual text : List.of(finding.question(), finding.headline())) {
                    assertFalse(text.da().contains("??"), text.da());
                    assertFalse(text.en().contains("??"), text.en());
                }
            }
        }
    }

    private static Finding finding(Status status, Finding.Voice... voices) {
        return new Finding("2019", new CentreCode("A"), SOC, status, List.of(voices));
    }
}
