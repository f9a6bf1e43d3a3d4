package dk.kvalitetsbro.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One person answering a questionnaire, by the graded response model: how a theme is experienced decides how likely
 * each step of the scale is.
 */
final class Respondent {
    /** Parts of the standard deviation between persons: the same for all themes, own for each theme. */
    private static final double OUTLOOK_SD = 0.55;

    private static final double THEME_SD = 0.74;
    private static final double ANSWER_SCALE = 0.42;

    /** The part of an outlook's variance that the answers of one family or one rater have in common. */
    private static final double SHARED = 0.3;

    private static final double CANNOT_SAY = 0.03;
    /** Stops somewhere in the second half. */
    private static final double GIVES_UP = 0.04;

    /** A scale's value is one more than the number of these steps that were reached. */
    private static final Map<Scale, double[]> STEPS = Map.of(
            Scale.SMILEY_3, new double[] {-1.46, -0.29},
            Scale.FIT_4, new double[] {-2.34, -1.04, 0.14},
            Scale.AGREE_5, new double[] {-2.14, -1.46, -0.70, 0.29});

    private final Chance chance;
    private final double outlook;

    private Respondent(Chance chance, double outlook) {
        this.chance = chance;
        this.outlook = outlook;
    }

    static Respondent alone(Chance chance) {
        return new Respondent(chance, chance.normal());
    }

    /** A respondent whose outlook is partly that of a family or a rater. */
    static Respondent sharing(double sharedOutlook, Chance chance) {
        return new Respondent(chance, Math.sqrt(SHARED) * sharedOutlook + Math.sqrt(1 - SHARED) * chance.normal());
    }

    /** Raw answers in the order of the items; empty where none was given. Items of one theme stand together. */
    List<String> answer(List<Item> items, double[] levels) {
        var half = items.size() / 2;
        var answered = chance.yes(GIVES_UP) ? half + chance.below(half) : items.size();
        var answers = new ArrayList<String>(items.size());
        var theme = "";
        var leaning = 0.0;
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (!item.themeCode().equals(theme)) {
                theme = item.themeCode();
                leaning = OUTLOOK_SD * outlook + THEME_SD * chance.normal();
            }
            var value = value(item, levels[i] + leaning + ANSWER_SCALE * chance.logistic());
            answers.add(i >= answered || chance.yes(CANNOT_SAY) ? "" : String.valueOf(value));
        }
        return answers;
    }

    private static int value(Item item, double experienced) {
        var value = 1;
        for (var step : STEPS.getOrDefault(item.scale(), new double[0])) {
            if (experienced >= step) {
                value++;
            }
        }
        return item.reversed() ? 1 + item.scale().max() - value : value;
    }
}
