package dk.kvalitetsbro.centreresults;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Spreadsheet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The table of "Tema" as a spreadsheet; who fetched it stands in the log. */
@RequestScoped
@Path("dagtilbud/{centre}/temaer/{theme}.csv")
public class ThemeExport {
    private final ThemeCsv csv;
    private final Themes themes;
    private final Organisation organisation;
    private final AuditLog audit;

    @Inject
    public ThemeExport(ThemeCsv csv, Themes themes, Organisation organisation, AuditLog audit) {
        this.csv = csv;
        this.themes = themes;
        this.organisation = organisation;
        this.audit = audit;
    }

    @GET
    public Response export(@PathParam("centre") CentreCode code, @PathParam("theme") String themeCode) {
        CentreCode centre =
                organisation.centre(code).orElseThrow(NotFoundException::new).code();
        Theme theme = themes.all().stream()
                .filter(any -> any.code().value().equals(themeCode))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        audit.add("results.exported", centre.value(), theme.code().value());
        return Spreadsheet.download("tema-" + centre + "-" + theme.code(), csv.of(centre, theme));
    }
}
