package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;

/**
 * Every limit that a judgement depends on. A municipality sets them before a round opens, and the round keeps them.
 *
 * @param minimumAnswers       answers needed to show anything: 5, 7 or 10
 * @param minimumForConclusion answers needed to conclude, in each of two rounds or samples that are compared
 * @param responseRate         share of the invited that must have answered, 0 to 1
 * @param alpha                Cronbach's alpha that a theme's items must reach, 0 to 1
 * @param levelPomp            POMP that a theme should reach
 * @param strengthPomp         POMP above which a theme is a strength, above {@code levelPomp}
 * @param restPoints           points on the 500 scale that a difference from the rest must reach
 * @param declinePoints        points on the 500 scale that a change since last round must reach
 * @param gapPomp              POMP that pedagogues and parents must lie apart
 * @param significance         limit of the Holm-adjusted p
 * @param confidence           of the two-sided intervals
 * @param ratersForFinding     distinct contact pedagogues needed where an assignment may follow
 * @param groupsInAgreement    groups that confirm each other by showing the same kind of signal
 */
public record Thresholds(
        int minimumAnswers,
        int minimumForConclusion,
        double responseRate,
        double alpha,
        double levelPomp,
        double strengthPomp,
        double restPoints,
        double declinePoints,
        double gapPomp,
        double significance,
        double confidence,
        int ratersForFinding,
        int groupsInAgreement) {

    public Thresholds {
        requireThat(
                minimumForConclusion >= minimumAnswers, "a conclusion needs at least the answers that showing needs");
        requireThat(isShare(responseRate), "the response rate is between 0 and 1");
        requireThat(isShare(alpha), "alpha is between 0 and 1");
        requireThat(0 < levelPomp && levelPomp < strengthPomp && strengthPomp < 100, "0 < level < strength < 100 POMP");
        requireThat(restPoints > 0 && declinePoints > 0 && gapPomp > 0, "a difference is above 0");
        requireThat(isShare(significance) && significance > 0, "the significance is between 0 and 1");
        requireThat(isShare(confidence) && confidence > 0, "the confidence is between 0 and 1");
        requireThat(
                ratersForFinding >= DisclosureRule.MINIMUM_RATERS, "a finding needs at least the raters of showing");
        requireThat(groupsInAgreement >= 2, "agreement takes two groups");
        new DisclosureRule(minimumAnswers);
    }

    public static Thresholds standard() {
        return new Thresholds(5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2);
    }

    /** The rule that decides what is shown at all. */
    public DisclosureRule disclosure() {
        return new DisclosureRule(minimumAnswers);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value < 1;
    }

    private static void requireThat(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
