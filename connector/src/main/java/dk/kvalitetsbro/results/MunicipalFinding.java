package dk.kvalitetsbro.results;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Map;

/**
 * One theme in the whole municipality: what its groups' judgements add up to, as something to be curious about.
 *
 * @param figures of each group, with its judgement
 */
public record MunicipalFinding(
        String round,
        Theme theme,
        Status status,
        List<Voice> voices,
        Map<RespondentGroup, Release<MunicipalFigure>> figures)
        implements ThemeVoices {
    public MunicipalFinding {
        voices = List.copyOf(voices);
        figures = Map.copyOf(figures);
    }

    public Release<MunicipalFigure> figure(RespondentGroup group) {
        return requireNonNull(figures.get(group));
    }

    /** What the municipality may wonder about: a question, never a verdict. */
    @Override
    public Bilingual question() {
        return Wording.question(this);
    }
}
