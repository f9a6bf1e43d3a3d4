package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What visitors may do without signing in: choose a language, read how accessible the pages are. */
@Controller
@RequestScoped
@Path("")
public class LanguageChoice {
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @POST
    @Path("sprog")
    public Response choose(@FormParam("sprog") @Nullable String language, @FormParam("til") @Nullable String back) {
        NewCookie cookie = new NewCookie.Builder(Language.COOKIE)
                .value("en".equals(language) ? "en" : "da")
                .path("/")
                .maxAge(A_YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .httpOnly(true)
                .build();
        return Response.seeOther(ownPage(back)).cookie(cookie).build();
    }

    /** Only a path of this application is followed: a whole address would send people wherever a link says. */
    private URI ownPage(@Nullable String back) {
        String root = uri.getBaseUri().getPath();
        return back != null && back.startsWith(root) && !back.contains("\\") && !back.contains("//")
                ? uri.getBaseUri().resolve(back)
                : uri.getBaseUri();
    }

    @GET
    @Path("tilgaengelighed")
    public String accessibility() {
        return "access/accessibility.xhtml";
    }
}
