/**
 * The municipality's pages: its findings, themes by centre as a heat map, and its development from round to round. Start
 * at {@link dk.kvalitetsbro.municipalresults.MunicipalPage}, {@link dk.kvalitetsbro.municipalresults.HeatMapPage} and
 * {@link dk.kvalitetsbro.municipalresults.DevelopmentPage}. Nothing here is used by other packages.
 */
@NullMarked
package dk.kvalitetsbro.municipalresults;

import org.jspecify.annotations.NullMarked;
