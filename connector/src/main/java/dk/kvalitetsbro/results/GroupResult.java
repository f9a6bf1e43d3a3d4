package dk.kvalitetsbro.results;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;

/** One group's result on one theme at one centre in one round, as it may leave. */
public record GroupResult(String round, ThemeCode theme, RespondentGroup group, Release<Figure> figure) {}
