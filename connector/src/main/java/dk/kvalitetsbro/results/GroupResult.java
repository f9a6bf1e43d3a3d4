package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;

/** One group's result on one theme at one centre in one round, as it may leave. */
public record GroupResult(
        String round, CentreCode centre, ThemeCode theme, RespondentGroup group, Release<Figure> figure) {}
