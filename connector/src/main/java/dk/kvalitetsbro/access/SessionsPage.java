package dk.kvalitetsbro.access;

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
import java.util.Arrays;
import java.util.List;

/** Where one is signed in, and out of it again: in one place or everywhere. */
@Controller
@RequestScoped
@Path("mine-sessioner")
public class SessionsPage {
    private static final String PAGE = "mine-sessioner";

    /** @param here whether it is the browser that is looking at the page */
    public record Row(Sessions.Living session, boolean here) {}

    private final Sessions sessions;
    private final Cookies cookies;
    private final CurrentActor current;
    private final AuditLog audit;
    private final Redirect redirect;
    private final Texts texts;
    private final Models models;

    @Inject
    public SessionsPage(
            Sessions sessions,
            Cookies cookies,
            CurrentActor current,
            AuditLog audit,
            Redirect redirect,
            Texts texts,
            Models models) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.current = current;
        this.audit = audit;
        this.redirect = redirect;
        this.texts = texts;
        this.models = models;
    }

    @GET
    public String list() {
        byte[] here = current.session().orElseThrow().id();
        List<Row> rows = sessions.living(current.get().key()).stream()
                .map(session -> new Row(session, Arrays.equals(session.id(), here)))
                .toList();
        models.put("sessions", rows);
        return "access/sessions.xhtml";
    }

    @POST
    @Path("{session}/log-ud")
    public Response end(@PathParam("session") long session) {
        sessions.end(current.get().key(), session);
        return redirect.toldOf(PAGE, texts.get("access.sessions.ended"));
    }

    @POST
    @Path("log-ud")
    public Response endAll() {
        PersonKey person = current.get().key();
        sessions.endAll(person);
        audit.add("access.signedOutEverywhere", person.value(), "");
        return Redirect.with(SignIn.SIGNED_OUT, cookies.sessionEnded());
    }
}
