package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.findings.Judgement;

/**
 * What one group answered on one theme in the whole municipality in one round.
 *
 * @param respondents with a usable index
 * @param pomp        mean in percent of maximum possible
 * @param judgement   by the rules of the round
 */
public record MunicipalFigure(long respondents, double pomp, Judgement judgement) {}
