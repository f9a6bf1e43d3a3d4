package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.access.Sessions;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.PublicAddress;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/** The platforms that people may come from, and what both sides have to know of each other. */
@Controller
@RequestScoped
@Path(PlatformsView.PATH)
public class PlatformsPage {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_KEY = 64;

    private final Platforms platforms;
    private final RegistrationLinks links;
    private final ToolKeys keys;
    private final PlatformServices services;
    private final Courses courses;
    private final Participants participants;
    private final Accounts accounts;
    private final Sessions sessions;
    private final PlatformsView view;
    private final PublicAddress address;
    private final AuditLog audit;
    private final Models models;
    private final Redirect redirect;
    private final Texts texts;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo asked;

    @Inject
    public PlatformsPage(
            Platforms platforms,
            RegistrationLinks links,
            ToolKeys keys,
            PlatformServices services,
            Courses courses,
            Participants participants,
            Accounts accounts,
            Sessions sessions,
            PlatformsView view,
            PublicAddress address,
            AuditLog audit,
            Models models,
            Redirect redirect,
            Texts texts) {
        this.platforms = platforms;
        this.links = links;
        this.keys = keys;
        this.services = services;
        this.courses = courses;
        this.participants = participants;
        this.accounts = accounts;
        this.sessions = sessions;
        this.view = view;
        this.address = address;
        this.audit = audit;
        this.models = models;
        this.redirect = redirect;
        this.texts = texts;
    }

    @GET
    public String show() {
        return view.show(asked.getBaseUri(), Map.of());
    }

    /** A new platform, or other values of one that is known by its issuer and client id. */
    @POST
    public Response save(MultivaluedMap<String, String> form) {
        PlatformForm typed = new PlatformForm(form);
        try {
            Platform platform = platforms.save(typed.registration(), typed.deployments(), Platform.State.ACTIVE);
            audit.add("lti.platformSaved", platform.issuer(), platform.clientId());
            return told("lti.platform.saved", platform.name());
        } catch (Refusal refusal) {
            return refused(refusal, typed.again());
        }
    }

    /** Makes a link, and shows it once: it is stored nowhere. */
    @POST
    @Path("invitation")
    public Response invite(@FormParam("issuer") @DefaultValue("") String typed) {
        try {
            String issuer = PlatformForm.issuer(typed);
            String link = address.of(asked.getBaseUri(), "lti/registrering?link=" + links.make(issuer))
                    .toString();
            audit.add("lti.invited", issuer, "");
            models.put("link", link);
            models.put("invited", issuer);
            return Response.ok(view.show(asked.getBaseUri(), Map.of())).build();
        } catch (Refusal refusal) {
            return refused(refusal, Map.of());
        }
    }

    @POST
    @Path("noegle")
    public Response renewKey() {
        keys.renew();
        audit.add("lti.keyRenewed", "", keys.current().getKeyID());
        return told("lti.key.renewed");
    }

    @POST
    @Path("{platform}/tilstand")
    public Response change(@PathParam("platform") long id, @FormParam("til") @DefaultValue("") String wanted) {
        Platform platform = platform(id);
        boolean on = wanted.equals("ACTIVE");
        platforms.change(id, on ? Platform.State.ACTIVE : Platform.State.DISABLED);
        audit.add(on ? "lti.switchedOn" : "lti.switchedOff", platform.issuer(), platform.clientId());
        return told(on ? "lti.platform.switchedOn" : "lti.platform.switchedOff", platform.name());
    }

    @POST
    @Path("{platform}/fjern")
    public Response remove(@PathParam("platform") long id) {
        Platform platform = platform(id);
        platforms.remove(id);
        audit.add("lti.platformRemoved", platform.issuer(), platform.clientId());
        return told("lti.platform.removed", platform.name());
    }

    /** Asks the platform for a token, as before a grade is told. */
    @POST
    @Path("{platform}/proev")
    public Response tryOut(@PathParam("platform") long id) {
        Platform platform = platform(id);
        try {
            services.greet(platform);
            return told("lti.try.works", platform.name());
        } catch (PlatformCalls.NoAnswer e) {
            return warned("lti.try.silent", platform.name());
        } catch (NotUsable e) {
            return warned("lti.try.refused", platform.name());
        }
    }

    @POST
    @Path("{platform}/deltagere")
    public Response compare(@PathParam("platform") long id, @FormParam("kursus") @DefaultValue("") String context) {
        Platform platform = platform(id);
        Courses.Course course = courses.find(id, context).orElseThrow(NotFoundException::new);
        try {
            models.put("comparison", participants.compare(platform, course));
            models.put("compared", course);
            audit.add("lti.participantsCompared", platform.issuer(), course.context());
            return Response.ok(view.show(asked.getBaseUri(), Map.of())).build();
        } catch (PlatformCalls.NoAnswer | NotUsable e) {
            return warned("lti.compare.failed", course.title(), platform.name());
        }
    }

    /** Tells whether a person's account is bound, and since when; about nobody else. */
    @POST
    @Path("{platform}/konto")
    public Response look(@PathParam("platform") long id, @FormParam("person") @DefaultValue("") String typed) {
        Platform platform = platform(id);
        try {
            String key = FreeText.required(typed, LONGEST_KEY);
            audit.add("lti.accountAsked", key, platform.issuer());
            models.put("looked", platform);
            models.put("person", key);
            models.put("bound", accounts.boundTo(id, key).orElse(null));
            return Response.ok(view.show(asked.getBaseUri(), Map.of())).build();
        } catch (Refusal refusal) {
            return refused(refusal, Map.of());
        }
    }

    /**
     * Lets a person come with another account, or an account as another person, from now on. Whoever has come with the
     * old one is signed in no longer.
     */
    @POST
    @Path("{platform}/glem")
    public Response forget(@PathParam("platform") long id, @FormParam("person") @DefaultValue("") String typed) {
        Platform platform = platform(id);
        try {
            String key = FreeText.required(typed, LONGEST_KEY);
            Optional<String> subject = accounts.forget(id, key);
            if (subject.isEmpty()) {
                return warned("lti.account.none", key, platform.name());
            }
            sessions.endAll(new PersonKey(key));
            audit.add("lti.accountReleased", key, Account.written(subject.get(), platform.issuer()));
            return told("lti.account.forgotten", key, platform.name());
        } catch (Refusal refusal) {
            return refused(refusal, Map.of());
        }
    }

    private Platform platform(long id) {
        return platforms.find(id).orElseThrow(NotFoundException::new);
    }

    private Response told(String key, Object... values) {
        return redirect.toldOf(PlatformsView.PATH, texts.of(key, values));
    }

    private Response warned(String key, Object... values) {
        return redirect.warnedOf(PlatformsView.PATH, texts.of(key, values));
    }

    private Response refused(Refusal refusal, Map<String, String> typed) {
        models.put("refusal", texts.of(refusal.key(), refusal.arguments()));
        return Response.status(UNPROCESSABLE)
                .entity(view.show(asked.getBaseUri(), typed))
                .build();
    }
}
