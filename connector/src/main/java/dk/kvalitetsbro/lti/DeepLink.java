package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Somebody is about to place something of ours in a course: they choose what, and no session begins. */
@ApplicationScoped
class DeepLink implements MessageKind {
    private final Vouched vouched;
    private final Admission admission;
    private final SelectionView view;

    @Inject
    DeepLink(Vouched vouched, Admission admission, SelectionView view) {
        this.vouched = vouched;
        this.admission = admission;
        this.view = view;
    }

    @Override
    public String type() {
        return "LtiDeepLinkingRequest";
    }

    @Override
    public Response answer(Launch launch, URI root) {
        Account account = vouched.account(launch);
        DeepLinkRequest request = DeepLinkRequest.read(launch, account.person());
        Actor actor = admission.known(account).orElseThrow(() -> Admission.unknown(account));
        return view.show(request, actor);
    }
}
