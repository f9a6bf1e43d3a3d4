package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.findings.Judgement;
import java.util.Optional;

/**
 * What one group of one centre answered on one theme in one round.
 *
 * @param respondents with a usable index
 * @param index       empty when the items hang too little together to be one figure: then they are told one by one
 * @param judgement   by the rules of the round
 */
public record Figure(long respondents, Optional<Index> index, Judgement judgement) {}
