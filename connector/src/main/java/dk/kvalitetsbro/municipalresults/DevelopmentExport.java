package dk.kvalitetsbro.municipalresults;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.web.Spreadsheet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** "Kommunens udvikling" as a spreadsheet; who fetched it stands in the log. */
@RequestScoped
@Path("kommune/udvikling.csv")
public class DevelopmentExport {
    private final DevelopmentCsv csv;
    private final AuditLog audit;

    @Inject
    public DevelopmentExport(DevelopmentCsv csv, AuditLog audit) {
        this.csv = csv;
        this.audit = audit;
    }

    @GET
    public Response export() {
        audit.add("results.exported", "kommune", "udvikling");
        return Spreadsheet.download("kommunens-udvikling", csv.ofAllRounds());
    }
}
