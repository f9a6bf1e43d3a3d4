package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.statistics.disclosure.Publication;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One round in an invented municipality.
 *
 * @param groups one publication each
 * @param unions centres that are one by the next round, by the code of that one
 */
record InventedRound(List<Publication> groups, Map<String, Set<String>> unions) {}
