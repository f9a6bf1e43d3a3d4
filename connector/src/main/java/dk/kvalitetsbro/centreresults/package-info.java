/**
 * One centre's pages: "Vores resultater" and what lies behind each theme, on the page and as a spreadsheet. Start at
 * {@link dk.kvalitetsbro.centreresults.ResultsPage} and {@link dk.kvalitetsbro.centreresults.ThemePage}. Nothing here is
 * used by other packages.
 */
@NullMarked
package dk.kvalitetsbro.centreresults;

import org.jspecify.annotations.NullMarked;
