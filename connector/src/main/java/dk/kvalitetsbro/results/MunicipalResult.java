package dk.kvalitetsbro.results;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;

/** One group's result on one theme in the whole municipality, or one of its areas, in one round, as it may leave. */
public record MunicipalResult(String round, ThemeCode theme, RespondentGroup group, Release<Index> index) {}
