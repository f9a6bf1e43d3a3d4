package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;

/**
 * One theme on a centre's page: what its groups' judgements add up to, as something to be curious about. It holds no
 * figures, and enrols nobody.
 *
 * @param status of the gravest group, which puts the theme where it stands; a shortfall asks a leader to decide
 */
public record Finding(String round, CentreCode centre, Theme theme, Status status, List<Voice> voices)
        implements ThemeVoices {
    public Finding {
        voices = List.copyOf(voices);
    }

    /** The reference by which the need that this finding raised is known to {@code themes.Needs}. */
    public String needRef() {
        return needRef(round, centre.value(), theme.code().value());
    }

    static String needRef(String round, String centre, String theme) {
        return round + "/" + centre + "/" + theme;
    }

    /** What the team may wonder about: a question, never a verdict. */
    @Override
    public Bilingual question() {
        return Wording.question(this);
    }

    /** What is seen, in one sentence. */
    public Bilingual headline() {
        return Wording.headline(this);
    }
}
