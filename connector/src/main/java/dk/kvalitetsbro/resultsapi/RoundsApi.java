package dk.kvalitetsbro.resultsapi;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.Role;
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

/** The survey rounds for programs, and how much centres differ in one; who fetched that stands in the log. */
@RequestScoped
@Path("api/rounds")
@Produces(MediaType.APPLICATION_JSON)
public class RoundsApi {
    private final Rounds rounds;
    private final ResultsJson json;
    private final CurrentActor actor;
    private final AuditLog audit;

    @Inject
    public RoundsApi(Rounds rounds, ResultsJson json, CurrentActor actor, AuditLog audit) {
        this.rounds = rounds;
        this.json = json;
        this.actor = actor;
        this.audit = audit;
    }

    /** The administration plans rounds and sees all; others are told of a round when it is published, as on the pages. */
    @GET
    public RoundList list() {
        boolean all =
                actor.find().filter(someone -> someone.is(Role.ADMINISTRATION)).isPresent();
        return RoundList.of(all ? rounds.all() : rounds.published());
    }

    @GET
    @Path("{round}/variation")
    public VariationList variation(@PathParam("round") String code) {
        Round round = rounds.published(code).orElseThrow(() -> new Denial(404, "results.api.noRound"));
        audit.add("variation.exported", round.code(), "");
        return json.variation(round);
    }
}
