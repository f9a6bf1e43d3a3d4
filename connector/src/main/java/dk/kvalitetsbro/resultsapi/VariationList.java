package dk.kvalitetsbro.resultsapi;

import static dk.kvalitetsbro.resultsapi.Measured.Unit.CENTRES;
import static dk.kvalitetsbro.resultsapi.Measured.Unit.POMP;
import static dk.kvalitetsbro.resultsapi.Measured.Unit.SHARE;

import dk.kvalitetsbro.results.Variation;
import dk.kvalitetsbro.statistics.BetweenCentreVariation.Floor;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Optional;

/**
 * How much centres differ in one round, as a program reads it: only what lies between them beyond chance, never who is
 * highest or lowest.
 *
 * @param notice what has to be said with every result
 */
public record VariationList(String round, String ruleVersion, Bilingual notice, List<ThemeVariation> variation) {
    /**
     * One group on one theme.
     *
     * @param itemSet     the items that the group was asked: figures can be compared only where these are the same
     * @param centres     that are counted in: those whose figures are shown
     * @param n           answers at those centres
     * @param between     tau: the standard deviation between the true means of centres
     * @param within      sigma: the standard deviation between people of one centre
     * @param correlation the share of the variation that lies between centres, from 0; empty when all of its interval
     *                    lies below
     * @param floor       how much of the interval lies below 0
     */
    public record ThemeVariation(
            ThemeName theme,
            RespondentGroup group,
            List<String> itemSet,
            Measured centres,
            Measured n,
            Measured between,
            Measured within,
            Optional<Measured> correlation,
            Floor floor) {
        static ThemeVariation of(Variation variation, ThemeName theme, List<String> itemSet, double confidence) {
            boolean told = variation.floor() != Floor.WHOLE_INTERVAL;
            return new ThemeVariation(
                    theme,
                    variation.group(),
                    itemSet,
                    CENTRES.of(variation.centres()),
                    Measured.answers(variation.group(), variation.respondents()),
                    POMP.of(
                            variation.betweenSd(),
                            Optional.of(variation.betweenSdInterval()).filter(interval -> told),
                            confidence),
                    POMP.of(variation.withinSd()),
                    Optional.of(variation).filter(shown -> told).map(shown -> correlation(shown, confidence)),
                    variation.floor());
        }

        private static Measured correlation(Variation variation, double confidence) {
            return SHARE.of(
                    variation.shownCorrelation(), Optional.of(variation.shownCorrelationInterval()), confidence);
        }
    }
}
