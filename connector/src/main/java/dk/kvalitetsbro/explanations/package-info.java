/**
 * Results in the reader's words, for every page and spreadsheet that tells of them: why a theme is judged as it is and how
 * sure that is, how it was worked out, what a chart draws, and why a figure is missing. Start at
 * {@link dk.kvalitetsbro.explanations.Reasons}, and at {@link dk.kvalitetsbro.explanations.FindingCards} for how a page
 * puts them together.
 */
@NullMarked
package dk.kvalitetsbro.explanations;

import org.jspecify.annotations.NullMarked;
