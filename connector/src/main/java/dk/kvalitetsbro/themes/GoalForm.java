package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form for a goal, as it is shown and as it was typed.
 *
 * @param textEn empty where it is the Danish text too
 * @param themes codes of those that are ticked
 */
record GoalForm(String level, String source, String text, String textEn, Set<String> themes) {
    /** So that it fits on a board. */
    private static final int LONGEST_TEXT = 300;

    private static final int LONGEST_SOURCE = 200;

    static GoalForm blank(ThemeCode theme) {
        return new GoalForm(Level.MUNICIPAL.name(), "", "", "", Set.of(theme.value()));
    }

    static GoalForm of(Goal goal) {
        return new GoalForm(
                goal.level().name(),
                goal.source(),
                goal.text().da(),
                goal.text().en().equals(goal.text().da()) ? "" : goal.text().en(),
                goal.themes().stream().map(ThemeCode::value).collect(Collectors.toSet()));
    }

    static GoalForm typed(Fields form) {
        return new GoalForm(
                form.text("level"),
                form.text("source"),
                form.text("text"),
                form.text("textEn"),
                new TreeSet<>(form.all("theme")));
    }

    /**
     * @param known the themes that it can be about
     * @throws Refusal naming the first thing that is to be put right
     */
    GoalContent read(Collection<ThemeCode> known) {
        String danish = FreeText.required(text, LONGEST_TEXT);
        String english = FreeText.optional(textEn, LONGEST_TEXT);
        String written = FreeText.required(source, LONGEST_SOURCE);
        Level from = Stream.of(Level.values())
                .filter(offered -> offered.name().equals(level))
                .findFirst()
                .orElseThrow(() -> new Refusal("themes.goal.noLevel"));
        Set<ThemeCode> chosen =
                known.stream().filter(code -> themes.contains(code.value())).collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            throw new Refusal("themes.goal.noTheme");
        }
        if (chosen.size() < themes.size()) {
            throw new Refusal("themes.goal.unknownTheme");
        }
        return new GoalContent(from, written, new Bilingual(danish, english.isEmpty() ? danish : english), chosen);
    }
}
