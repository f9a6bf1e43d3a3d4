package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Actor;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Scope;
import dk.kvalitetsbro.web.Denial;
import dk.kvalitetsbro.web.Framed;
import dk.kvalitetsbro.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody chose to place in a course. The form stands in a frame of the platform's, where browsers bring no cookie:
 * who chose is known by the ticket in it, which a verified message has given out.
 */
@Controller
@Framed
@RequestScoped
@Path("lti/valg")
public class SelectionPage {
    private static final int FORBIDDEN = 403;

    private final DeepLinking linking;
    private final SelectionView view;
    private final Platforms platforms;
    private final Placeables placeables;
    private final Scope scope;
    private final AuditLog audit;
    private final Language language;
    private final Clock clock;

    @Inject
    public SelectionPage(
            DeepLinking linking,
            SelectionView view,
            Platforms platforms,
            Placeables placeables,
            Scope scope,
            AuditLog audit,
            Language language,
            Clock clock) {
        this.linking = linking;
        this.view = view;
        this.platforms = platforms;
        this.placeables = placeables;
        this.scope = scope;
        this.audit = audit;
        this.language = language;
        this.clock = clock;
    }

    /**
     * @param chosen pages, of which only those count that are offered to whoever chooses
     * @param shown  language that the form was shown in: a frame brings no cookie that says it
     */
    @POST
    public Response choose(
            @FormParam("ticket") @DefaultValue("") String ticket,
            @FormParam("side") List<String> chosen,
            @FormParam("fortryd") @DefaultValue("") String cancelled,
            @FormParam("sprog") @DefaultValue("") String shown,
            @Context UriInfo asked) {
        if (shown.equals("en")) {
            language.suggest(Language.ENGLISH);
        }
        DeepLinkRequest request = linking.take(ticket).orElseThrow(() -> refused("TICKET"));
        Platform platform = platforms
                .find(request.platform())
                .filter(known -> known.state() == Platform.State.ACTIVE)
                .orElseThrow(() -> refused("PLATFORM"));
        Actor actor = scope.actor(request.person(), LocalDate.now(clock)).orElseThrow(() -> refused("PERSON"));
        if (!cancelled.isEmpty()) {
            return view.send(request, platform, List.of(), asked.getBaseUri());
        }
        List<Placeable> placed = placeables.of(actor).stream()
                .filter(page -> chosen.contains(page.page()))
                .limit(request.several() ? Long.MAX_VALUE : 1)
                .toList();
        if (placed.isEmpty()) {
            return view.askAgain(request, actor);
        }
        placed.forEach(
                page -> audit.addAtTheDoor(Optional.of(actor.key()), "lti.placed", page.page(), platform.issuer()));
        return view.send(request, platform, placed, asked.getBaseUri());
    }

    private Denial refused(String reason) {
        audit.addAtTheDoor(Optional.empty(), "lti.selectionRefused", "", reason);
        return new Denial(FORBIDDEN, "lti.selection.refused." + reason);
    }
}
