package dk.kvalitetsbro.outbox;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * What went wrong between the connector and Moodle, by cause and one line a problem, with what can be done about it. The
 * lines name people, so that the page was opened is written in the audit log.
 */
@Controller
@RequestScoped
@Path("arbejdsliste")
public class WorklistPage {
    private final Worklist worklist;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Models models;
    private final Redirect redirect;
    private final Texts texts;

    @Inject
    public WorklistPage(
            Worklist worklist, Outbox outbox, AuditLog audit, Models models, Redirect redirect, Texts texts) {
        this.worklist = worklist;
        this.outbox = outbox;
        this.audit = audit;
        this.models = models;
        this.redirect = redirect;
        this.texts = texts;
    }

    @GET
    public String show() {
        audit.add("worklist.read", "arbejdsliste", "");
        models.put("groups", worklist.groups());
        models.put("queue", outbox.queue());
        return "outbox/worklist.xhtml";
    }

    @POST
    @Path("{entry}/proev-igen")
    public Response retry(@PathParam("entry") long entry) {
        return told(worklist.retry(entry), texts.get("outbox.retried"));
    }

    /** @param entry any of those with the same cause */
    @POST
    @Path("{entry}/proev-alle-igen")
    public Response retryGroup(@PathParam("entry") long entry) {
        int retried = worklist.retryGroup(entry);
        return told(retried > 0, texts.of("outbox.retriedAll", retried));
    }

    @POST
    @Path("{entry}/fjern")
    public Response drop(@PathParam("entry") long entry) {
        return told(worklist.drop(entry), texts.get("outbox.dropped"));
    }

    /** A colleague may have been faster. */
    private Response told(boolean wasThere, String sentence) {
        return wasThere
                ? redirect.toldOf("arbejdsliste", sentence)
                : redirect.warnedOf("arbejdsliste", texts.get("outbox.alreadyGone"));
    }
}
