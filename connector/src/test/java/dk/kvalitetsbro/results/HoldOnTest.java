package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Fasthold": what a centre gained in one round and lost in the next. */
class HoldOnTest {
    private static final ThemeCode SOC = new ThemeCode("SOC");

    private final Municipality municipality = new Municipality();

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void progress_that_is_lost_in_the_next_round_is_worth_holding_on_to() {
        round("2015", 1, 2).round("2017", 3, 4).round("2019", 2, 3);

        assertEquals(
                Optional.of("I sidste runde havde pædagogerne fremgang eller særligt gode oplevelser med »Matematisk"
                        + " opmærksomhed og problemløsning«, og nu er der mindre af det. Hvad fra dengang er værd at holde"
                        + " fast i?"),
                finding(MAT).holdOn().map(text -> text.da()));
    }

    @Test
    void so_is_a_strength() {
        round("2017", 5, 5, 5, 4).round("2019", 3, 4);

        assertEquals(List.of(PEDAGOGUE), finding(MAT).groupsLosingGain());
    }

    @Test
    void a_decline_from_an_ordinary_round_is_not() {
        round("2017", 3, 4).round("2019", 2, 3);

        assertEquals(Optional.empty(), finding(MAT).holdOn());
    }

    @Test
    void a_gain_that_holds_is_no_warning() {
        round("2015", 1, 2).round("2017", 3, 4).round("2019", 3, 4);

        assertEquals(Optional.empty(), finding(MAT).holdOn());
    }

    @Test
    void what_was_withheld_in_the_round_of_the_gain_gives_no_warning() {
        municipality.answers("2015", "A", PEDAGOGUE, MAT, each(20, 1, 2)).closeAndPublish("2015");
        municipality.answers("2017", "A", PEDAGOGUE, MAT, 5, 5, 5, 4).closeAndPublish("2017");
        municipality.answers("2019", "A", PEDAGOGUE, MAT, each(20, 2, 3)).closeAndPublish("2019");

        assertEquals(Optional.empty(), finding(MAT).holdOn());
    }

    @Test
    void among_equals_a_lost_gain_stands_before_another_decline() {
        for (ThemeCode theme : List.of(MAT, SOC)) {
            boolean gain = theme.equals(SOC);
            municipality
                    .answers("2015", "A", PARENT, theme, gain ? each(20, 1, 2) : each(20, 3, 4))
                    .answers("2017", "A", PARENT, theme, each(20, 3, 4))
                    .answers("2019", "A", PARENT, theme, each(20, 2, 3));
        }
        municipality
                .focusOn(MAT, false)
                .closeAndPublish("2015")
                .closeAndPublish("2017")
                .closeAndPublish("2019");

        assertEquals(
                List.of("SOC", "MAT"),
                municipality.findings("A", "2019").stream()
                        .map(found -> found.theme().code().value())
                        .toList());
    }

    private HoldOnTest round(String round, int... levels) {
        municipality.answers(round, "A", PEDAGOGUE, MAT, each(20, levels)).closeAndPublish(round);
        return this;
    }

    private Finding finding(ThemeCode theme) {
        return municipality.findings("A", "2019").stream()
                .filter(found -> found.theme().code().equals(theme))
                .findFirst()
                .orElseThrow();
    }
}
