package dk.kvalitetsbro.statistics.findings;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemeFindingTest {
    @Test
    void each_question_is_asked_only_when_those_before_it_leave_a_tie() {
        List<ThemeFinding> inOrder = List.of(
                finding("N", 0, false, judged("N", PARENT, Status.CONFIRMED)),
                finding(
                        "M",
                        0,
                        false,
                        judged("M", PARENT, Status.INDICATION),
                        judged("M", PEDAGOGUE, Status.INDICATION),
                        judged("M", CONTACT_PEDAGOGUE, Status.INDICATION)),
                finding("L", 0, false, judged("L", CHILD, Status.INDICATION), judged("L", PARENT, Status.INDICATION)),
                finding(
                        "K",
                        99,
                        true,
                        judged("K", PEDAGOGUE, Status.INDICATION),
                        judged("K", PARENT, Status.INDICATION)),
                finding("J", 40, false, judged("J", PARENT, Status.INDICATION)),
                finding("I", 30, true, judged("I", PARENT, Status.INDICATION)),
                finding("O", 30, false, declined("O", PARENT, true)),
                finding("H", 30, false, declined("H", PARENT, false)),
                finding("F", 30, false, judged("F", PARENT, Status.INDICATION)),
                finding("G", 30, false, judged("G", PARENT, Status.INDICATION)));
        assertEquals(
                inOrder.stream().map(ThemeFinding::theme).toList(),
                Stream.of(8, 3, 5, 1, 7, 0, 9, 2, 4, 6)
                        .map(inOrder::get)
                        .sorted(ThemeFinding.MOST_PRESSING_FIRST)
                        .map(ThemeFinding::theme)
                        .toList());
    }

    @Test
    void a_group_without_a_shortfall_is_not_counted() {
        ThemeFinding finding = finding(
                "SOC",
                0,
                false,
                judged("SOC", PARENT, Status.CONFIRMED),
                judged("SOC", PEDAGOGUE, Status.DIFFERENT_EXPERIENCES),
                judged("SOC", CHILD, Status.STRENGTH));
        assertEquals(1, finding.groups());
        assertEquals(false, finding.isSeenByChildren());
    }

    @Test
    void judgements_of_another_theme_are_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> finding("SOC", 0, false, judged("APU", PARENT, Status.CONFIRMED)));
    }

    private static ThemeFinding finding(String theme, double size, boolean focus, Judgement... judgements) {
        return new ThemeFinding(theme, Arrays.asList(judgements), size, focus);
    }

    private static Judgement judged(String theme, RespondentGroup group, Status status) {
        return new Judgement(theme, group, status, Optional.empty(), Set.of(), List.of(), Set.of(), false);
    }

    private static Judgement declined(String theme, RespondentGroup group, boolean gainLost) {
        Signal decline = new Signal(
                SignalKind.DECLINE,
                Signal.Unit.POINTS,
                -60,
                new Interval(-110, -10),
                510,
                Optional.empty(),
                0.02,
                0.2,
                10);
        return new Judgement(
                theme, group, Status.INDICATION, Optional.empty(), Set.of(), List.of(decline), Set.of(), gainLost);
    }
}
