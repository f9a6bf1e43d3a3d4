package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Opfølgning: is what we decided moving? */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/opfoelgning")
public class FollowUpPage {
    private final FollowUp followUp;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Models models;

    @Inject
    public FollowUpPage(FollowUp followUp, Organisation organisation, AuditLog audit, Models models) {
        this.followUp = followUp;
        this.organisation = organisation;
        this.audit = audit;
        this.models = models;
    }

    @GET
    public String show(@PathParam("centre") CentreCode code) {
        Centre centre = organisation.centre(code).orElseThrow(NotFoundException::new);
        audit.add("assignments.read", code.value(), "");
        models.put("centre", centre);
        models.put("given", followUp.of(centre.code()));
        return "assignments/follow-up.xhtml";
    }
}
