package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.access.Scope;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Henvendelser: who says that something about them is wrong, or objects? */
@Controller
@RequestScoped
@Path("henvendelser")
public class RequestsPage {
    private static final int ANSWERED = 50;

    private final Requests requests;
    private final Scope scope;
    private final AuditLog audit;
    private final Redirect redirect;
    private final Models models;
    private final Texts texts;
    private final Clock clock;

    @Inject
    public RequestsPage(
            Requests requests,
            Scope scope,
            AuditLog audit,
            Redirect redirect,
            Models models,
            Texts texts,
            Clock clock) {
        this.requests = requests;
        this.scope = scope;
        this.audit = audit;
        this.redirect = redirect;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    public String show() {
        List<Request> open = requests.open();
        List<Request> answered = requests.answered(ANSWERED);
        audit.addAll(
                "privacy.requestsRead",
                Stream.concat(open.stream(), answered.stream())
                        .map(request -> request.personKey().value())
                        .distinct()
                        .map(key -> new AuditLog.Subject(key, ""))
                        .toList());
        LocalDate today = LocalDate.now(clock);
        models.put("today", today);
        models.put("open", open);
        models.put(
                "late",
                open.stream().filter(request -> request.daysLeft(today) < 0).count());
        models.put("answered", answered);
        models.put(
                "names",
                scope.names(Stream.concat(open.stream(), answered.stream())
                        .map(request -> request.personKey().value())
                        .toList()));
        return "privacy/requests.xhtml";
    }

    @POST
    @Path("{request}/svar")
    public Response answer(
            @PathParam("request") long id,
            @FormParam("outcome") @Nullable String outcome,
            @FormParam("answer") @Nullable String answer) {
        requests.answer(id, outcome(outcome), answer);
        return redirect.toldOf("henvendelser", texts.get("privacy.request.answered"));
    }

    private static Request.Outcome outcome(@Nullable String name) {
        for (Request.Outcome outcome : Request.Outcome.values()) {
            if (outcome.name().equals(name)) {
                return outcome;
            }
        }
        throw new Refusal("privacy.request.outcomeMissing");
    }
}
