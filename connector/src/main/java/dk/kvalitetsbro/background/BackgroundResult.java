package dk.kvalitetsbro.background;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;

/**
 * One background of one group on one theme in one round, as it may leave.
 *
 * @param gaps between every two categories, each shown only where both are
 */
public record BackgroundResult(
        String round,
        RespondentGroup group,
        String background,
        ThemeCode theme,
        List<OfCategory> categories,
        List<Between> gaps) {

    /** @param answers on the theme */
    public record OfCategory(String category, Release<Long> answers, Release<CategoryMean> mean) {}

    /** @param gap the one's mean less the other's; empty when the answers say nothing about uncertainty */
    public record Between(String one, String other, Release<Optional<Gap>> gap) {}
}
