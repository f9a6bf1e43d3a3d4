package dk.kvalitetsbro.centreresults;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.web.Spreadsheet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** "Vores resultater" as a spreadsheet; who fetched it stands in the log. */
@RequestScoped
@Path("dagtilbud/{centre}/resultater.csv")
public class ResultsExport {
    private final ResultsCsv csv;
    private final Rounds rounds;
    private final Organisation organisation;
    private final AuditLog audit;

    @Inject
    public ResultsExport(ResultsCsv csv, Rounds rounds, Organisation organisation, AuditLog audit) {
        this.csv = csv;
        this.rounds = rounds;
        this.organisation = organisation;
        this.audit = audit;
    }

    @GET
    public Response export(@PathParam("centre") CentreCode code, @QueryParam("runde") @DefaultValue("") String chosen) {
        CentreCode centre =
                organisation.centre(code).orElseThrow(NotFoundException::new).code();
        Round round = rounds.publishedOrNewest(chosen).orElseThrow(NotFoundException::new);
        audit.add("results.exported", centre.value(), round.code());
        return Spreadsheet.download("resultater-" + centre + "-" + round.code(), csv.of(centre, round));
    }
}
