package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.FreeText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** The audit log, for whoever keeps an eye on its use; that it was read stands in it, too. */
@Controller
@RequestScoped
@Path("log")
public class LogPage {
    private static final int MOST = 200;
    private static final int LONGEST = 100;

    private final AuditLog audit;
    private final Models models;

    @Inject
    public LogPage(AuditLog audit, Models models) {
        this.audit = audit;
        this.models = models;
    }

    @GET
    public String show(@QueryParam("om") @DefaultValue("") String about) {
        String sought = FreeText.optional(about, LONGEST);
        audit.add("log.read", sought, "");
        models.put("about", sought);
        models.put("entries", audit.newest(sought, MOST));
        return "access/log.xhtml";
    }
}
