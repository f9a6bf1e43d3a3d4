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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit log, for whoever keeps an eye on its use; that it was read stands in it, too. */
@Controller
@RequestScoped
@Path("log")
public class LogPage {
    private static final int MOST = 200;
    private static final int LONGEST = 100;

    private final AuditLog audit;
    private final Scope scope;
    private final Models models;

    @Inject
    public LogPage(AuditLog audit, Scope scope, Models models) {
        this.audit = audit;
        this.scope = scope;
        this.models = models;
    }

    @GET
    public String show(@QueryParam("om") @DefaultValue("") String about) {
        String sought = FreeText.optional(about, LONGEST);
        audit.add("log.read", sought, "");
        models.put("about", sought);
        List<AuditLog.Entry> entries = audit.newest(sought, MOST);
        models.put("entries", entries);
        models.put("names", scope.names(mentioned(entries)));
        return "access/log.xhtml";
    }

    private static Set<String> mentioned(List<AuditLog.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                .collect(Collectors.toSet());
    }
}
