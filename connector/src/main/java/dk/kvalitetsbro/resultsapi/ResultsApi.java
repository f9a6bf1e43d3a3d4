package dk.kvalitetsbro.resultsapi;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.web.Denial;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A centre's results and findings for programs; who fetched them stands in the log. */
@RequestScoped
@Path("api/rounds/{round}/centres/{centre}")
@Produces(MediaType.APPLICATION_JSON)
public class ResultsApi {
    private final ResultsJson json;
    private final Rounds rounds;
    private final Organisation organisation;
    private final AuditLog audit;

    @Inject
    public ResultsApi(ResultsJson json, Rounds rounds, Organisation organisation, AuditLog audit) {
        this.json = json;
        this.rounds = rounds;
        this.organisation = organisation;
        this.audit = audit;
    }

    @GET
    @Path("results")
    public ResultList results(@PathParam("round") String code, @PathParam("centre") CentreCode place) {
        Round round = round(code);
        Centre centre = centre(place);
        audit.add("results.exported", centre.code().value(), round.code());
        return json.results(centre, round);
    }

    @GET
    @Path("findings")
    public FindingList findings(@PathParam("round") String code, @PathParam("centre") CentreCode place) {
        Round round = round(code);
        Centre centre = centre(place);
        audit.add("findings.exported", centre.code().value(), round.code());
        return json.findings(centre, round);
    }

    private Round round(String code) {
        return rounds.published(code).orElseThrow(() -> new Denial(404, "results.api.noRound"));
    }

    private Centre centre(CentreCode code) {
        return organisation.centre(code).orElseThrow(() -> new Denial(404, "results.api.noCentre"));
    }
}
