package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Bilingual;

/**
 * One statement of the questionnaire.
 *
 * @param code     such as {@code MAT-B1}, unique across groups
 * @param group    who answers it
 * @param reversed whether agreeing is the less favourable answer
 */
public record Item(
        String code, ThemeCode theme, RespondentGroup group, Bilingual text, Scale scale, boolean reversed) {}
