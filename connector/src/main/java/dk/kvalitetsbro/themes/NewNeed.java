package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.web.Bilingual;
import java.util.Optional;

/** A need to publish; its source and reference together are its identity. */
public record NewNeed(
        CentreCode centre,
        ThemeCode theme,
        Need.Source source,
        String sourceRef,
        Optional<String> round,
        Bilingual reason) {}
