package dk.kvalitetsbro.background;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a municipality has added up of one category, before anybody has asked whether it may be shown. */
record StoredCategory(
        String round,
        RespondentGroup grp,
        String background,
        ThemeCode theme,
        String category,
        long n,
        double mean,
        double variance,
        long families,
        long raters) {

    /** What is published by itself: the categories of one background are parts of everybody in a group. */
    record Dimension(String round, RespondentGroup group, String background) {}

    static List<StoredCategory> all(Handle handle) {
        return handle.createQuery(
                        """
                        select round, grp, background, theme, category, n, mean, variance, families, raters
                          from background.category order by background, position, category""")
                .mapTo(StoredCategory.class)
                .list();
    }

    Dimension dimension() {
        return new Dimension(round, grp, background);
    }

    Summary summary() {
        return new Summary(n, mean, variance);
    }
}
