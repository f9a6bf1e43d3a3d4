package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Redirect;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Mine oplysninger: what is held about me, and what can I do about it? */
@RequestScoped
@Path("")
public class MyInformationPage {
    private final PersonalRecords records;
    private final Requests requests;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Redirect redirect;
    private final Models models;
    private final Texts texts;
    private final Clock clock;

    @Inject
    public MyInformationPage(
            PersonalRecords records,
            Requests requests,
            CurrentActor actor,
            AuditLog audit,
            Redirect redirect,
            Models models,
            Texts texts,
            Clock clock) {
        this.records = records;
        this.requests = requests;
        this.actor = actor;
        this.audit = audit;
        this.redirect = redirect;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Controller
    @Path("mine-oplysninger")
    public String show() {
        PersonKey me = actor.get().key();
        models.put(
                "held",
                records.of(me).stream()
                        .map(each -> new HoldingRows(each, texts))
                        .toList());
        models.put("requests", requests.of(me));
        models.put("today", LocalDate.now(clock));
        return "privacy/my-information.xhtml";
    }

    @GET
    @Path("mine-oplysninger.json")
    public Response download() {
        PersonKey me = actor.get().key();
        audit.add("privacy.taken", me.value(), "");
        return Response.ok(PersonalJson.of(me, OffsetDateTime.now(clock), records.of(me))
                        .toString())
                .type("application/json; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mine-oplysninger.json\"")
                .build();
    }

    @POST
    @Controller
    @Path("mine-oplysninger/henvendelser")
    public Response send(
            @FormParam("kind") @Nullable String kind,
            @FormParam("what") @Nullable String what,
            @FormParam("why") @Nullable String why) {
        requests.send(kind(kind), what, why);
        return redirect.toldOf("mine-oplysninger", texts.get("privacy.request.sent"));
    }

    private static Request.Kind kind(@Nullable String name) {
        for (Request.Kind kind : Request.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new Refusal("privacy.request.kindMissing");
    }
}
