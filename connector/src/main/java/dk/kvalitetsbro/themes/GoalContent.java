package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;
import java.util.Set;

/** What a goal says, and the themes that serve it: at least one. */
record GoalContent(Level level, String source, Bilingual text, Set<ThemeCode> themes) {
    GoalContent {
        themes = Set.copyOf(themes);
        if (themes.isEmpty()) {
            throw new IllegalArgumentException("a goal without a theme");
        }
    }
}
