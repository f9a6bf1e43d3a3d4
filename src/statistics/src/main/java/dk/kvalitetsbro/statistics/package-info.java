/**
 * The arithmetic of a quality survey, as pure functions. Answers become a {@link
 * dk.kvalitetsbro.statistics.ThemeIndex}, indexes are collected in {@link dk.kvalitetsbro.statistics.Moments} and kept
 * for ever as a {@link dk.kvalitetsbro.statistics.Summary}; everything that a later page says is computed from summaries
 * through {@link dk.kvalitetsbro.statistics.Estimate}. What is said of a whole municipality is {@link
 * dk.kvalitetsbro.statistics.MunicipalMean}, {@link dk.kvalitetsbro.statistics.BetweenCentreVariation}, {@link
 * dk.kvalitetsbro.statistics.TrendSummary} and {@link dk.kvalitetsbro.statistics.BackgroundGap}. Rounds are repeated cross-sections: nobody is ever paired with
 * their own earlier answer.
 */
@NullMarked
package dk.kvalitetsbro.statistics;

import org.jspecify.annotations.NullMarked;
