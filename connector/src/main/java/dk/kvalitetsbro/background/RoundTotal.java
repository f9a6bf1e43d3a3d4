package dk.kvalitetsbro.background;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Everybody of a group on a theme in a round, before anybody has asked whether it may be shown.
 *
 * @param mean             in percent of maximum possible
 * @param families         behind the theme's answers, of parents
 * @param eligible         invited in the whole municipality; families, of parents
 * @param answered         who answered anything
 * @param familiesAnswered families behind those, of parents
 */
record RoundTotal(
        String round,
        ThemeCode theme,
        RespondentGroup grp,
        long n,
        double mean,
        double variance,
        long families,
        long raters,
        long eligible,
        long answered,
        long familiesAnswered) {

    /** On the themes for which the background was imported. */
    static List<RoundTotal> of(Handle handle, StoredCategory.Dimension dimension) {
        return handle.createQuery(
                        """
                        select t.round, t.theme, t.grp, t.n, t.mean, t.variance, t.families, t.raters, t.eligible,
                               t.answered, t.families_answered
                          from results.municipal_total t
                         where t.round = :round and t.grp = :group
                           and exists (select from background.category c
                                        where c.round = t.round and c.grp = t.grp and c.theme = t.theme
                                          and c.background = :background)""")
                .bind("round", dimension.round())
                .bind("group", dimension.group())
                .bind("background", dimension.background())
                .mapTo(RoundTotal.class)
                .list();
    }

    Summary summary() {
        return new Summary(n, mean, n < 2 ? 0 : variance);
    }

    /** How many were invited for each who answered; 1 while nobody has said how many were invited. */
    double invitedPerAnswer() {
        return ResponseRate.of(grp, answered, familiesAnswered, eligible).rate().stream()
                .filter(rate -> rate > 0)
                .map(rate -> Math.max(1, 1 / rate))
                .findFirst()
                .orElse(1);
    }
}
