package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Actor;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.krazo.engine.Viewable;

/** Shows what may be placed, and sends what was chosen. Both stand in a frame of the platform's. */
@RequestScoped
class SelectionView {
    private final DeepLinking linking;
    private final Placeables placeables;
    private final PublicAddress address;
    private final Models models;

    @Inject
    SelectionView(DeepLinking linking, Placeables placeables, PublicAddress address, Models models) {
        this.linking = linking;
        this.placeables = placeables;
        this.address = address;
        this.models = models;
    }

    public Response show(DeepLinkRequest request, Actor actor) {
        models.put("choices", placeables.of(actor));
        models.put("several", request.several());
        models.put("ticket", linking.begin(request).text());
        return page("lti/selection.xhtml");
    }

    public Response askAgain(DeepLinkRequest request, Actor actor) {
        models.put("nothingChosen", true);
        return show(request, actor);
    }

    /** @param base of the request at hand */
    public Response send(DeepLinkRequest request, Platform platform, List<Placeable> placed, URI base) {
        models.put("to", request.returnUrl());
        models.put("token", linking.answer(platform, request, placed, page -> address.of(base, page)));
        return page("lti/answer.xhtml");
    }

    private static Response page(String view) {
        return Response.ok(new Viewable(view), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
