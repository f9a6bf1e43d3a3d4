package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.CentreNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The centres by name, for those who may not know more of the organisation. */
@ApplicationScoped
public class OpenCentres implements CentreNames {
    private final Organisation organisation;

    @Inject
    public OpenCentres(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Map<String, String> on(LocalDate day) {
        Map<String, String> names = new LinkedHashMap<>();
        organisation.centres(day).forEach(centre -> names.put(centre.code().value(), centre.name()));
        return names;
    }
}
