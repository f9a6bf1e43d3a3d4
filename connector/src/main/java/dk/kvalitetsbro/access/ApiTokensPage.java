package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which programs may read through the API, for how long, and when they last did. */
@Controller
@RequestScoped
@Path("api-adgang")
public class ApiTokensPage {
    private static final String PAGE = "api-adgang";
    private static final String VIEW = "access/tokens.xhtml";
    private static final int UNPROCESSABLE = 422;

    /** @param centre the name of the only centre it reads; null for all */
    public record Row(ApiToken token, ApiToken.State state, String madeBy, @Nullable String centre) {}

    private final ApiTokens tokens;
    private final CentreNames centreNames;
    private final Scope scope;
    private final CurrentActor current;
    private final PageFrame page;
    private final Redirect redirect;
    private final Texts texts;
    private final Models models;
    private final Clock clock;

    @Inject
    public ApiTokensPage(
            ApiTokens tokens,
            CentreNames centreNames,
            Scope scope,
            CurrentActor current,
            PageFrame page,
            Redirect redirect,
            Texts texts,
            Models models,
            Clock clock) {
        this.tokens = tokens;
        this.centreNames = centreNames;
        this.scope = scope;
        this.current = current;
        this.page = page;
        this.redirect = redirect;
        this.texts = texts;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String list() {
        return show(TokenForm.blank(today()));
    }

    /** Answers with the page itself, as the token is shown once; sent again, the form is refused for its name. */
    @POST
    public Response make(MultivaluedMap<String, String> fields) {
        TokenForm typed = TokenForm.typed(fields);
        page.comeBackTo(PAGE);
        try {
            models.put("made", make(typed));
            models.put("madeName", typed.readName());
            return Response.ok(list()).build();
        } catch (Refusal refusal) {
            models.put("refusal", texts.of(refusal.key(), refusal.arguments()));
            return Response.status(UNPROCESSABLE).entity(show(typed)).build();
        }
    }

    private String make(TokenForm typed) {
        return tokens.make(
                typed.readName(),
                typed.readScopes(),
                typed.readCentre(centreNames.on(today()).keySet()),
                typed.readExpires());
    }

    @POST
    @Path("{token}/tilbagekald")
    public Response revoke(@PathParam("token") long token) {
        tokens.revoke(token);
        return redirect.toldOf(PAGE, texts.get("access.tokens.revokedNow"));
    }

    private String show(TokenForm form) {
        Map<String, String> centres = centreNames.on(today());
        List<ApiToken> all = tokens.all();
        Map<String, String> names =
                scope.names(all.stream().map(ApiToken::madeBy).distinct().toList());
        models.put("form", form);
        models.put("mayMake", current.get().is(Role.ADMINISTRATION));
        models.put("scopes", ApiScope.values());
        models.put("centres", centres.entrySet());
        models.put("today", today().toString());
        models.put("latest", today().plus(ApiTokens.LONGEST).toString());
        models.put(
                "tokens", all.stream().map(token -> row(token, names, centres)).toList());
        return VIEW;
    }

    private Row row(ApiToken token, Map<String, String> names, Map<String, String> centres) {
        CentreCode centre = token.centre();
        return new Row(
                token,
                token.on(today()),
                names.getOrDefault(token.madeBy(), token.madeBy()),
                centre == null ? null : centres.getOrDefault(centre.value(), centre.value()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
